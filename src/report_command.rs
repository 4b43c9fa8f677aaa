//! `codesent report`: a page for Apple Support, the carrier or IT, to be read out or mailed. It is always redacted.

use crate::check;
use crate::cli::{PageFormat, PageOptions};
use crate::pasted::masked;
use crate::recording::Recording;
use crate::report::{Item, Page, Report, capitalised, evidence_lines, found, timestamp};
use crate::terminal::{Style, to_ascii};
use crate::written;
use anyhow::Result;
use codesent_checks::diagnosis::{ANTI_SCAM, Outlook};
use codesent_checks::guide::{Told, in_words};
use codesent_checks::{Row, Status, explain, hosts};
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Makes the page and gives the check's exit code.
pub(crate) fn run(options: &PageOptions) -> Result<u8> {
    let places = [
        ("--output", options.output.as_deref()),
        ("--bundle", options.bundle.as_deref()),
        ("--replay", options.source.file_to_replay()),
    ];
    written::are_different(&places)?;
    let told = crate::guide::answered(&options.telling)?;
    let (report, recording) = check::everything_and_recording(&options.source)?;
    let page = page(&report, &told);
    if let Some(path) = &options.bundle {
        written::write(path, bundle(&page, &report, &recording)?)?;
        return Ok(report.exit_code);
    }
    let text = match options.format {
        PageFormat::Text => page.text(),
        PageFormat::Markdown => page.markdown(),
        PageFormat::Html => page.html(&report),
    };
    if let Some(path) = options.output.as_deref().filter(|path| !written::is_standard_output(path)) {
        written::write(path, text)?;
    } else {
        let style = Style::detect(options.color, false);
        let text = if options.format == PageFormat::Text { style.headed(&text) } else { text };
        // A browser goes by what the page says of itself.
        let ascii = style.ascii && options.format != PageFormat::Html;
        written::to_standard_output(if ascii { to_ascii(&text) } else { text })?;
    }
    Ok(report.exit_code)
}

/// The page, the recording and the program's version in one file, for a ticket. No name of it is personal.
fn bundle(page: &Page, report: &Report, recording: &Recording) -> Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let version = format!(
        "codesent {}\n{}\nThe recording shows the same with: codesent check --replay recording.json\n",
        env!("CARGO_PKG_VERSION"),
        timestamp(report.run.started)
    );
    for (name, text) in [
        ("codesent/report.html", page.html(report)),
        ("codesent/report.txt", page.text()),
        ("codesent/recording.json", recording.text()?),
        ("codesent/version.txt", version),
    ] {
        zip.start_file(name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// What the page says.
fn page(report: &Report, told: &Told) -> Page {
    let mut page = Page {
        title: "No Apple Account verification code: what the Mac shows".into(),
        facts: facts(report),
        end: ANTI_SCAM.into(),
        ..Page::default()
    };
    if let Some(text) = told.screen.as_deref() {
        let found = explain::find(text);
        let means = found.first().map(|found| format!("{} {}", found.message.side.sentence(), found.message.means));
        let said = format!("\u{201c}{}\u{201d}", masked(text));
        page.section("On the screen", std::iter::once(said).chain(means).map(Item::new));
    }
    let answers = in_words(told).into_iter();
    page.section("What the person says", answers.map(|(question, said)| Item::new(format!("{question} {said}."))));
    page.section("What is wrong", causes(report));
    page.section("Not right either, and explained by that", consequences(report));
    // Every warning with its numbers: Apple Support needs them.
    page.section("Also worth a look", report.remarks().map(|row| about(row, &found(row))));
    page.section(
        "Ways to a code",
        report.diagnosis.paths.iter().map(|path| {
            let word = match path.outlook {
                Outlook::Can => "works",
                Outlook::MightNot => "may not work",
                Outlook::Cannot => "does not work",
                Outlook::CannotTell => "not visible from here",
            };
            Item::new(format!("{}: {word} ({})", path.title, path.why))
        }),
    );
    let rest = report.diagnosis.else_it_can_be.iter().map(|line| Item::new(*line));
    page.section("What no Mac can see, the most frequent first", rest);
    page.section("For IT", it(report));
    page.section("For the carrier", [
        "Please check that texts from short codes and automated calls reach the number, and that no spam or premium block holds them back.",
        "Please check that the SIM was not replaced lately.",
    ].map(Item::new));
    page.section("Checked and well", well(report));
    page.section("For information", rows(report, Status::Info));
    page.section("Could not be checked", rows(report, Status::Unknown));
    page
}

fn facts(report: &Report) -> Vec<String> {
    let platform = &report.run.platform;
    let system = match report.macos {
        Some(version) => format!("macOS {version}"),
        None if platform.os == "macos" => "macOS of unknown version".into(),
        None => platform.os.clone(),
    };
    let mut facts = vec![
        report.diagnosis.headline.clone(),
        format!("When: {} (UTC, by the Mac\u{2019}s own clock)", timestamp(report.run.started)),
        format!("Where: {system}, {}", platform.arch),
        format!("Made by codesent {}.", env!("CARGO_PKG_VERSION")),
        // As README.md says it.
        "Masked are mail addresses, phone numbers, user names, home folders, serial numbers, and hardware and public IP \
         addresses; no code is in it. Shown are private IP addresses, and names of products, servers and organisations."
            .into(),
    ];
    facts.extend(report.help_desk.clone());
    facts.extend(report.left_out());
    facts
}

fn causes(report: &Report) -> Vec<Item> {
    let causes = report.diagnosis.causes.iter().filter(|cause| cause.decides());
    let mut items: Vec<Item> = causes
        .map(|cause| {
            let row = report.rows.iter().find(|row| row.check.id == cause.id);
            let text = format!("{} ({}; {})", capitalised(&cause.statement), cause.id, cause.certainty.word());
            Item::with(text, row.into_iter().flat_map(evidence_lines).chain(cause.in_log.iter().cloned()))
        })
        .collect();
    if items.is_empty() {
        items.push(Item::new("Nothing on this Mac or its network, as far as it could be checked."));
    }
    let suspects = report.diagnosis.suspects.iter();
    items
        .extend(suspects.map(|one| Item::new(format!("Suspect: {}, because of {}", one.what, one.because.join(", ")))));
    items.extend(report.diagnosis.proof.map(Item::new));
    items
}

/// What was found, and by which check.
fn about(row: &Row, found: &str) -> Item {
    Item::with(format!("{} ({})", capitalised(found), row.check.id), evidence_lines(row))
}

fn rows(report: &Report, status: Status) -> impl Iterator<Item = Item> {
    let rows = report.rows.iter().filter(move |row| row.verdict.status == status);
    rows.map(|row| {
        // Of these, only what Apple Support asks for.
        let refusal = |line: &String| line.starts_with("error") || line.starts_with("Apple says");
        Item::with(format!("{}: {}", row.check.id, row.verdict.saw), evidence_lines(row).filter(refusal))
    })
}

fn consequences(report: &Report) -> impl Iterator<Item = Item> {
    report.rows.iter().filter(|row| row.because_of.is_some()).map(|row| {
        let itself = row.verdict.evidence.iter().find(|evidence| evidence.label == "by itself");
        let saw = itself.map_or(&row.verdict.saw, |evidence| &evidence.value);
        // An error number of Apple's is not lost because something else explains the row.
        let others = row.verdict.evidence.iter().filter(|one| one.label != "by itself");
        Item::with(format!("{}: {saw}", row.check.id), others.map(|one| format!("{}: {}", one.label, one.value)))
    })
}

/// Counted by group: nobody reads out what is as it should be.
fn well(report: &Report) -> Option<Item> {
    let passed = |row: &&Row| row.verdict.status == Status::Pass;
    let groups: Vec<String> = report
        .rows
        .chunk_by(|left, right| left.group.id == right.group.id)
        .map(|rows| (rows[0].group.title, rows.iter().filter(passed).count(), rows.len()))
        .filter(|(_, well, _)| *well > 0)
        .map(|(title, well, all)| format!("{title} {well} of {all}"))
        .collect();
    let count = report.count(Status::Pass);
    (count > 0).then(|| Item::new(format!("{count} of {} checks: {}.", report.rows.len(), groups.join(", "))))
}

/// What IT or whoever runs the network must allow; only when the network is in question.
fn it(report: &Report) -> Vec<Item> {
    let groups = ["network/", "dns/", "tls/", "push/courier", "vpn/", "filters/"];
    let network = |id: &str| groups.iter().any(|group| id.starts_with(group));
    if !report.diagnosis.causes.iter().any(|cause| cause.decides() && network(cause.id)) {
        return Vec::new();
    }
    let names: Vec<&str> = hosts::SIGN_IN.iter().map(|host| host.name).collect();
    vec![
        Item::new(
            "Push: TCP 5223, with 443 as the fallback, to 17.0.0.0/8 (names *.push.apple.com), not inspected. Apple 102266.",
        ),
        Item::new(format!("Sign-in: TCP 443 to {}, not inspected. Apple 101555.", names.join(", "))),
        Item::new("Apple\u{2019}s services refuse connections whose TLS is inspected, even with an installed root."),
    ]
}
