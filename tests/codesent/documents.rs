//! The documents that are made from the program, and that they are current. `CODESENT_BLESS=1 cargo test documents`
//! writes them anew.

use crate::golden::{Goldens, at};
use crate::world::World;
use crate::{codesent, stdout};
use codesent_checks::facts::{Attempt, ConnectOutcome, HandshakeFailure, HandshakeReport, LookupOutcome, Resolution};
use codesent_checks::keep::Keys;
use codesent_checks::{Answer, Question, all, commands, explain, hosts, preferences};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::net::{IpAddr, Ipv4Addr};

/// Compares a document with what it should be, or writes it.
#[track_caller]
fn is_current(name: &str, expected: &str) {
    let mut goldens = Goldens::default();
    goldens.compare(name, expected);
    goldens.finish("documents");
}

#[test]
fn the_list_of_what_is_touched_is_current() {
    is_current("docs/commands.md", &touched());
}

#[test]
fn the_advice_is_judged() {
    is_current("docs/advice.md", &advice());
    for id in explain::advice::ALL.iter().flat_map(|one| one.fixes.iter().chain(one.do_not)) {
        let shown = codesent(&["explain", id]);
        assert!(shown.status.success() && stdout(&shown).contains(id), "{id}");
    }
    let shown = stdout(&codesent(&["explain", "advice"]));
    assert!(explain::advice::ALL.iter().all(|one| shown.contains(one.told)), "{shown}");
}

fn advice() -> String {
    let mut text = String::from(
        "# The usual advice, judged\n\nWhat web pages on missing codes tell people to do, what it is worth, and where codesent has it. Made from the code by\n\
         a test; `codesent explain ID` tells more of each id.\n\n| Advice | Worth | Looked at by | How | Do not |\n|---|---|---|---|---|\n",
    );
    let cell = |ids: &[&str]| match ids {
        [] => String::from("-"),
        ids => ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", "),
    };
    for one in explain::advice::ALL {
        let (checks, fixes, do_not) = (cell(one.checks), cell(one.fixes), cell(one.do_not));
        writeln!(text, "| {} | {} | {checks} | {fixes} | {do_not} |", one.told, one.judged).unwrap();
    }
    text
}

#[test]
fn the_examples_are_current_and_the_readme_shows_one_as_it_is() {
    is_current("docs/examples/healthy.json", &(World::healthy("26.1").recording() + "\n"));
    is_current("docs/examples/dns-filter.json", &(filtered().recording() + "\n"));
    let shown = stdout(&codesent(&["check", "--replay", at("docs/examples/dns-filter.json").to_str().unwrap()]));
    let readme = std::fs::read_to_string(at("README.md")).unwrap();
    is_current("README.md", &replaced(&readme, "answer", shown.trim_end()));
}

/// The text with what stands in the block of this name replaced.
fn replaced(text: &str, name: &str, content: &str) -> String {
    let (start, end) = (format!("<!-- {name} -->\n```text\n"), format!("```\n<!-- /{name} -->"));
    let (before, rest) = text.split_once(&start).unwrap_or_else(|| panic!("README.md has no place for {name}"));
    let (_, after) = rest.split_once(&end).expect("the place ends");
    format!("{before}{start}{content}\n{end}{after}")
}

#[test]
fn the_recording_that_is_written_by_hand_is_read() {
    let text = std::fs::read_to_string(at("ARCHITECTURE.md")).unwrap();
    let (_, rest) = text.split_once("<!-- recording -->\n```json\n").unwrap();
    let (recording, _) = rest.split_once("```").unwrap();
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), recording).unwrap();
    let output = codesent(&["check", "--json", "--replay", file.path().to_str().unwrap()]);
    let report = crate::json(&output);
    assert_eq!(report["checks"].as_array().map(Vec::len), Some(1));
    assert_eq!(crate::status(&report, "clock/offset"), "fail", "{report}");
}

#[test]
fn every_local_link_in_the_documents_leads_somewhere() {
    let link = regex_lite::Regex::new(r"\]\(([^)#:]+)\)").unwrap();
    for name in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"] {
        let text = std::fs::read_to_string(at(name)).unwrap();
        for found in link.captures_iter(&text) {
            assert!(at(&found[1]).exists(), "{name} links to {}, which is not there", &found[1]);
        }
    }
}

/// A Mac behind a DNS filter that knows Apple's push servers as something to block.
fn filtered() -> World {
    let nowhere = IpAddr::V4(Ipv4Addr::UNSPECIFIED);
    let mut world = World::healthy("26.1");
    for question in all().flat_map(codesent_checks::Check::questions) {
        match question {
            Question::Lookup(host) if host.ends_with("push.apple.com") => {
                let outcome = LookupOutcome::Addresses(vec![nowhere]);
                world.set(&question.key(), Answer::Lookup(Resolution { outcome, aliases: Vec::new() }));
            }
            Question::Handshake(to) if to.host.ends_with("push.apple.com") => {
                let attempt = Attempt { address: nowhere, outcome: ConnectOutcome::Refused, ms: 0 };
                let report = HandshakeReport { attempts: vec![attempt], result: Err(HandshakeFailure::Connect) };
                // Where nothing is asked of that way, there is no answer to change.
                if world.entries[&question.key()].result.is_ok() {
                    world.set(&question.key(), Answer::Handshake(report));
                }
            }
            _ => {}
        }
    }
    for entry in world.entries.values_mut() {
        if let Ok(Answer::Command(output)) = &mut entry.result {
            // Then no push line stands.
            let lines = output.stdout.lines().filter(|line| !line.contains(".5223 "));
            output.stdout = lines.flat_map(|line| [line, "\n"]).collect();
        }
    }
    world
}

/// Everything codesent reads, runs and contacts.
fn touched() -> String {
    let mut text = String::from(
        "# What codesent reads, runs and contacts\n\n\
         All of it, made from the code by a test. Nothing here needs root, and nothing changes anything. On a Mac,\n\
         `codesent verify` shows every question, what came back and how codesent read it.\n\n\
         ## Commands\n\n\
         By absolute path, with an empty environment but for `PATH` and the C locale, without a shell, killed with their\n\
         children at their deadline.\n\n\
         | Command | Shows | Since macOS | Root | When it cannot | Asked by |\n|---|---|---|---|---|---|\n",
    );
    let askers = askers();
    for command in commands::ALL {
        let by = askers.get(&Question::Command(command).key()).map_or("nothing yet", String::as_str);
        let (line, shows) = (command.line.join(" "), command.shows);
        let _ = writeln!(text, "| `{line}` | {shows} | {} | no | {} | {by} |", command.since, command.on_failure);
    }
    let (sqlite, options) = (commands::SQLITE, commands::SQLITE_OPTIONS.join(" "));
    let _ = writeln!(
        text,
        "\n## Also run, and written\n\n\
         - `{sqlite} {options} COPY QUERY` reads the private copy of a database, the same way as the commands above.\n\
         - codesent itself, once more, as a child that reads the files below, and those that an option names, or writes them:\n  \
         one that hangs on a dead disk is left behind.\n\
         - The copy and its log lie in `$TMPDIR/codesent-database-PROCESS-NUMBER`, a folder that only this user can look\n  \
         into, and are removed before the program ends, also when it is stopped. One that a killed run left is removed by\n  \
         the next, ten minutes later: a folder of exactly such a name, of this user, and in it only what codesent makes.\n\
         - `--output`, `--record` and `--save` write one file each, made beside its place and then renamed.\n\
         - Names are asked of the system\u{2019}s own resolver, and certificates are judged by the system, in this process.\n\
         - `--replay`, `--answers` and `--cacert` read the file that they name."
    );
    text.push_str(
        "\n## Preference files\n\nOf each, only these keys are ever seen; a `?` means that only their presence is.\n",
    );
    for domain in preferences::ALL {
        let by =
            askers.get(&Question::Preferences(domain).key()).map_or("every check, for the version", String::as_str);
        let _ = writeln!(text, "\n### `{}`\n\nShows {}. Asked by {by}.\n", domain.path, domain.shows);
        if matches!(domain.keep, Keys::Decoded(_)) {
            text.push_str("- Decoded by the program; see its reader in `checks/read/`.\n");
        }
        for key in domain.keep.paths() {
            let _ = writeln!(text, "- `{key}`");
        }
    }
    others(&mut text, &askers);
    text.push_str(
        "\n## What hides a name\n\nThe password entries of whoever runs codesent and of the owner of a home that is named: full names, which \
         are\nreplaced wherever they turn up. They are kept nowhere.\n\
         \n## What an organisation says\n\nIn managed preferences, for the Mac and for the person, and never for a recording,\n\
         a volume or a home that is named: `HelpDeskName`, `HelpDeskLink` and `Skip` of `/Library/Managed Preferences/com.codesent.codesent.plist`.\n",
    );
    let _ = writeln!(text, "\nThe list of Apple's hosts was last gone through on {}.", hosts::AS_OF);
    text
}

/// Everything that is neither a command nor a preference file, a heading a kind.
fn others(text: &mut String, askers: &BTreeMap<String, String>) {
    let mut asked = std::collections::BTreeSet::new();
    let mut sections: BTreeMap<(u8, &str), Vec<String>> = BTreeMap::new();
    for question in all().flat_map(codesent_checks::Check::questions) {
        let kind = match question {
            Question::Command(_) | Question::Preferences(_) => continue,
            Question::Interfaces | Question::Processes | Question::Log => (0, "Of the running system"),
            Question::File(_) | Question::Folder(_) | Question::Database(_) => (1, "Other files"),
            Question::Lookup(_) | Question::LookupVia { .. } | Question::LookupOwn(_) => {
                (2, "Names that are looked up")
            }
            Question::Handshake(_) => (3, "Hosts a TLS connection is made to, and ended before anything is sent"),
            Question::Fetch(_) | Question::ProxyScript => {
                (4, "Pages that are fetched, without cookies, names or credentials")
            }
            Question::Clock(_) => (5, "Time servers"),
        };
        if asked.insert(question.key()) {
            let line = format!("- {} (by {})", question.in_words(), askers[&question.key()]);
            sections.entry(kind).or_default().push(line);
        }
    }
    for ((_, heading), lines) in sections {
        let _ = writeln!(text, "\n## {heading}\n\n{}", lines.join("\n"));
    }
}

/// For each question, the ids of the checks that ask it.
fn askers() -> BTreeMap<String, String> {
    let mut askers: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for check in all() {
        for question in check.questions() {
            askers.entry(question.key()).or_default().push(format!("`{}`", check.id));
        }
    }
    askers.into_iter().map(|(key, ids)| (key, ids.join(", "))).collect()
}
