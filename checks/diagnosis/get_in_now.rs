//! The first lines for somebody who stands before a locked door: what gets them in now, whatever the reason is.
//!
//! Order after Apple 102606, 122621 and 118574. Steps that end in going offline are told to their end before the advice to
//! go offline, because this screen may be in a browser.

use super::Outlook;
use super::causes::Cause;
use super::first_names as names;
use super::outlook::{Decision, Unseen};
use super::situation::{CLOCK, LINE, OPENED, RESTRICTIONS, Situation};
use super::suspects::{IDLE_VPN, LEFT_OVER, Suspect, likeliest, opens};
use crate::check::{known, ways};
use crate::fix::catalogue::{FILTER, VPN_ENFORCED};
use crate::fix::security_pane;
use crate::read::products::{self, Product};
use crate::{Culprit, Part, Row, Status, Version};

/// The first macOS that hides "Get Verification Code" while the device is online (reported for Mac, iPhone and iPad).
pub(super) const HIDES_CODE_BUTTON: Version = Version::new(26, 4);

const STOP: &str = "Stop requesting codes: each cancels the last. If one came, enter it.";
/// Both in one, where what mends it comes before.
const STOP_AND_ASK: &str = "Stop requesting codes: each cancels the last. One came: enter it. None: on the screen that asks, \
    \u{201c}Didn\u{2019}t get a code?\u{201d}, then a text or, better, a call.";
const TEXT_OR_CALL: &str = "On the screen that asks for the code: \u{201c}Didn\u{2019}t get a code?\u{201d}, then a text or, \
    better, a call. A landline can be called too.";
const OTHER_DEVICES: &str =
    "Look at your iPhone, iPad or other Mac: codes show on devices that are signed in, not on this Mac.";
const ON_A_PHONE: &str = "Or make a code on a signed-in iPhone or iPad: Settings > your name > Sign-In & Security > Get \
    Verification Code. Not there? Airplane Mode on, Wi-Fi off, and look again.";
const HOTSPOT: &str =
    "Try once on your phone\u{2019}s hotspot, with this Mac: if the code comes, this network is the reason.";
const LAST_RESORT: &str = "Nothing helps: recovery contact or key; last, account recovery at iforgot.apple.com (days; \
    there is none with a recovery key).";
const THEIR_RESET: &str = "Nothing helps: your organisation\u{2019}s administrator resets the account. Account recovery is not \
    for such accounts.";
/// The first OS X whose devices are shown codes (Apple's old HT204974).
const FIRST_WITH_CODES: Version = Version::new(10, 11);

/// At most five lines, to be numbered.
pub(super) fn get_in_now(situation: &Situation, decision: &Decision, suspects: &[Suspect]) -> Vec<String> {
    let mut lines = vec![STOP.to_owned()];
    // Another Mac's files say nothing of the one in front of the person.
    if !situation.mac || situation.rerooted {
        lines.extend(
            [ON_A_PHONE, TEXT_OR_CALL, "Run codesent on the Mac that waits for the code.", LAST_RESORT].map(Into::into),
        );
        lines[1] = lines[1].replacen("Or make", "Make", 1);
        return lines;
    }
    match situation.signed_in() {
        Some(false) => {
            let forbidden = situation.row(RESTRICTIONS).filter(|_| situation.account_is_forbidden());
            if let Some(ask) = forbidden.and_then(Row::first_by_reason) {
                lines.push(ask);
            } else if situation.has_reason(MAC_MANAGED, OWNED_BY) {
                // Their rule is enforced by Apple's servers; nothing on the Mac shows it, and each try costs a code.
                lines.push(OWNED.into());
            } else if situation.has_reason(MAC_MANAGED, &const { ways(MAC_MANAGED, ["managed"]) }) {
                lines.push(MANAGED.into());
            }
            lines[0] = STOP_AND_ASK.into();
            lines.insert(0, OTHER_DEVICES.into());
            lines.push(ON_A_PHONE.into());
        }
        known => {
            let aid = first_aid(situation, decision, suspects);
            // Where something is broken, whoever reads one line only should read what mends it; and of the few lines that a
            // full screen has, none may be the one that is cut.
            match aid {
                Some(aid) if aid != REFUSED => lines = vec![aid, STOP_AND_ASK.into()],
                aid => lines.extend(aid),
            }
            if makes_codes(situation) {
                lines.push(code_on_this_mac(situation.macos, known.is_some()));
            }
            if lines[0] == STOP {
                lines.push(TEXT_OR_CALL.into());
            }
        }
    }
    lines.push(match situation.signed_in() {
        Some(true) if situation.has_reason(ACCOUNT_MANAGED, &const { ways(ACCOUNT_MANAGED, ["managed"]) }) => {
            THEIR_RESET.into()
        }
        Some(true) if !situation.account_is_forbidden() => last_with_this_mac(situation.macos),
        _ => LAST_RESORT.into(),
    });
    lines.truncate(5);
    lines
}

/// Whether this Mac makes codes, and one would be taken: with a wrong clock it is refused.
fn makes_codes(situation: &Situation) -> bool {
    !situation.is(CLOCK, Status::Fail)
        && !situation.account_is_forbidden()
        && !situation.has_reason(TWO_FACTOR, &const { ways(TWO_FACTOR, ["trust-revoked", "off"]) })
        && situation.macos.is_none_or(|version| version >= FIRST_WITH_CODES)
}

/// A signed-in Mac is a way in before any recovery (Apple 122621, 102656).
fn last_with_this_mac(macos: Option<Version>) -> String {
    let page = security_pane(macos).rsplit(" > ").next().unwrap_or_default();
    format!(
        "Nothing helps: set a new password or add a trusted number on this Mac, under {page}. Recovery at \
         iforgot.apple.com is last (days)."
    )
}

/// What may bring the prompt after all.
fn first_aid(situation: &Situation, decision: &Decision, suspects: &[Suspect]) -> Option<String> {
    let Some(cause) = decision.cause else {
        if decision.unknown.iter().any(|one| matches!(one, Unseen::NotThere(_))) {
            return Some(RESTART.into());
        }
        let fine = decision.outlook == Outlook::Can || situation.is(LINE, Status::Pass);
        return fine.then(|| REFUSED.into());
    };
    if let Some(who) = opener_on_this_mac(situation, cause) {
        return Some(format!("Pause {who} on this Mac for a minute and try once. On a work Mac, ask IT first."));
    }
    let row = situation.row(cause.id)?;
    if let Some(first) = row.first_by_reason() {
        return Some(first);
    }
    if cause.id == RESOLVER && situation.has_reason(RESOLVER, PROGRAM_DOWN) {
        return Some(format!("Start {} again, or switch it off; then try once.", names::answerer(cause, suspects)));
    }
    if let Some(step) = names::at_the_server(situation, cause) {
        return Some(step);
    }
    let theirs: Vec<&Suspect> = suspects.iter().filter(|suspect| suspect.because.contains(&cause.id)).collect();
    if let Some(suspect) = likeliest(suspects, cause.id) {
        // What forbids connections is here, and where codesent reached the couriers the network is not what holds push back.
        let here = row.fix().id == FILTER.id || [LINE, OPENED].contains(&cause.id);
        return Some(of_suspects(suspect, &theirs, here));
    }
    if let Some(first) = row.first_by_fix() {
        return Some(first);
    }
    let text = match cause.part {
        Part::PushService | Part::PushLine => RESTART,
        Part::Link | Part::Internet => "Get online (steps below), or join your phone\u{2019}s hotspot; then try once.",
        Part::Names | Part::Servers | Part::PushServers => HOTSPOT,
        Part::Apple => "Do not retry while Apple repairs it. What follows may work meanwhile.",
        _ => return situation.is(LINE, Status::Pass).then(|| REFUSED.into()),
    };
    Some(text.into())
}

/// What a program on this Mac does goes wherever the Mac goes, so that a hotspot shows nothing new while it is on. One try
/// costs one code.
fn of_suspects(suspect: &Suspect, theirs: &[&Suspect], here: bool) -> String {
    let name = &suspect.name;
    if suspect.id == LEFT_OVER {
        return format!("Restart this Mac: {name} has left a filter behind. Then try once.");
    }
    if suspect.fix.id == VPN_ENFORCED.id {
        return format!(
            "Connect {name}, then try once: a company can have nothing let out before. It does not connect: ask IT."
        );
    }
    if suspect.id == IDLE_VPN {
        return format!("Connect {name}, or switch its kill switch off, and try once. Else try a hotspot.");
    }
    if suspect.id == PROXY && !suspect.name.contains("127.0.0.1") {
        return format!("Try once on your phone\u{2019}s hotspot, without the proxy {name}.");
    }
    let other = theirs.iter().find(|one| one.product && one.name != *name);
    match other {
        Some(other) => format!(
            "Switch {name} off for a minute and try once. No code? Switch {} off as well. A work Mac: ask IT first.",
            other.name
        ),
        None if here => format!("Pause {name} on this Mac for a minute and try once. A work Mac: ask IT first."),
        // What companies have their Macs carry, nobody at the Mac can switch off.
        None if products::by_name(name).is_some_and(Product::is_a_companys) => format!(
            "Switch {name} off for a minute and try once. A work Mac: ask IT first. Else try a hotspot, with it still off."
        ),
        None => format!(
            "Switch {name} off for a minute and try once: if the code comes, that was the reason. Else try a hotspot, with it still off."
        ),
    }
}

const RESTART: &str = "Restart this Mac: that starts the push service again. Then try once.";
const REFUSED: &str = "It is refused, or none came: unlock this Mac, request one code, choose Allow. On a website, try a \
    browser without extensions.";
const OWNED: &str = "This Mac belongs to an organisation, which may let only its own accounts sign in here: ask its \
    administrator before you try again.";
const MANAGED: &str =
    "An organisation manages this Mac: with an account of its own, ask its administrator how to sign in.";
const OWNED_BY: &[&str] = &const { ways(MAC_MANAGED, ["owned", "owned-only", "kept-out"]) };
const MAC_MANAGED: &str = const { known("mac/managed") };
const TWO_FACTOR: &str = const { known("account/two-factor") };
const RESOLVER: &str = const { known("dns/resolver") };
const PROGRAM_DOWN: &[&str] = &const { ways(RESOLVER, ["program-down"]) };
const PROXY: &str = const { known("filters/proxy") };
const ACCOUNT_MANAGED: &str = const { known("account/managed") };

/// Whoever opens encrypted traffic, where that runs on this Mac: then another network does not help. Certificates bear the
/// product's name, its maker's, or that of the company that bought it.
fn opener_on_this_mac(situation: &Situation, cause: &Cause) -> Option<String> {
    let opener = cause.culprits.first().filter(|_| cause.id == OPENED)?;
    let here: Vec<&Culprit> =
        situation.about(&[Part::Between]).flat_map(|row| &row.verdict.culprits).filter(|who| who.is_named()).collect();
    let product = |who: &Culprit| products::by_name(who.text());
    let makes = |who: &&&Culprit| product(who).is_some_and(|one| one.is_made_by(opener.text()));
    let strange = product(opener).is_none();
    let found = here.iter().find(|who| **who == opener).or_else(|| here.iter().find(makes).filter(|_| strange));
    let found = found.or_else(|| here.iter().find(|who| opens(who)).filter(|_| strange));
    // What only goes through the proxy of a program on this Mac is opened by it.
    let here = situation.has_reason(OPENED, &const { ways(OPENED, ["inspected-here"]) });
    found.map(|who| who.shown()).or_else(|| {
        here.then(|| product(opener).map_or_else(|| "the program whose proxy is set".into(), |one| one.name.into()))
    })
}

/// How a code is made on this Mac, by version. `signed_in` is false where that could not be found out.
///
/// Menus: Apple's guide mchl8bd4e9c2 and Apple 102606 up to 15; what 26.4 hides, and that an iPhone shows it again offline,
/// is reported by users; that a Mac does too is not proven.
pub fn code_on_this_mac(version: Option<Version>, signed_in: bool) -> String {
    let version = version.unwrap_or(Version::new(15, 0));
    let lead = if signed_in { "Make a code on this Mac" } else { "If this Mac is signed in, make a code on it" };
    if version >= HIDES_CODE_BUTTON {
        return format!(
            "{lead}; read this to the end first. Wi-Fi off, Ethernet out, then System Settings > your name > Sign-In & \
             Security > Get Verification Code; note it, go online again, enter it. (macOS 26.4 and later hides the \
             button while online; that it is there offline is known from iPhones, not yet from Macs.)"
        );
    }
    let place = if version >= Version::new(14, 0) {
        "System Settings > your name > Sign-In & Security > Two-Factor Authentication > Get a Verification Code"
    } else if version >= Version::new(13, 0) {
        "System Settings > your name > Password & Security > Get Verification Code"
    } else if version >= Version::new(10, 15) {
        "System Preferences > Apple ID > Password & Security > Get Verification Code"
    } else {
        "System Preferences > iCloud > Account Details > Security > Get Verification Code"
    };
    format!("{lead}: {place}. It works without push, even offline.")
}

#[cfg(test)]
mod tests {
    use super::super::diagnose;
    use super::super::testing::{answers, mac, row, with};
    use super::*;
    use crate::{fail, info, unknown, warn};

    fn of(changes: Vec<Row>, version: &str) -> Vec<String> {
        diagnose(&with(changes), &mac(version)).get_in_now
    }

    #[test]
    fn what_mends_it_comes_first_then_stopping_and_it_is_short() {
        for (changes, at) in [
            (vec![], 0),
            (vec![row("account/icloud", fail("x").reason("signed-out"))], 1),
            (vec![row("network/internet", fail("x"))], 1),
        ] {
            let lines = of(changes, "15.1");
            assert!(lines[at].starts_with("Stop requesting codes"), "{lines:?}");
            assert!((3..=5).contains(&lines.len()), "{lines:?}");
            assert!(lines.iter().any(|line| line.contains("then a text or")), "{lines:?}");
        }
    }

    #[test]
    fn the_menu_follows_the_version() {
        let path = |text: &str| code_on_this_mac(Version::parse(text), true);
        assert!(path("10.14").contains("iCloud > Account Details"));
        assert!(path("12.7").contains("System Preferences > Apple ID"));
        assert!(path("13.6").contains("Password & Security"));
        assert!(path("15.1").contains("Two-Factor Authentication"));
        assert!(path("26.3").contains("Two-Factor Authentication"));
        assert!(!path("26.4").contains("Two-Factor Authentication"));
    }

    #[test]
    fn newer_systems_are_told_everything_before_they_disconnect() {
        let text = code_on_this_mac(Version::parse("26.4.1"), true);
        let (read, off) = (text.find("read this to the end first").unwrap(), text.find("Wi-Fi off").unwrap());
        assert!(read < off && text.contains("go online again"));
    }

    #[test]
    fn a_signed_out_mac_is_not_asked_to_make_a_code() {
        let lines = of(vec![row("account/icloud", fail("x").reason("signed-out"))], "15.1");
        assert!(lines[0].starts_with("Look at your iPhone"), "{lines:?}");
        assert!(lines.iter().all(|line| !line.contains("Make a code on this Mac")));
        let unsure = of(vec![row("account/icloud", unknown("x"))], "15.1");
        assert!(unsure.iter().any(|line| line.starts_with("If this Mac is signed in")), "{unsure:?}");
    }

    #[test]
    fn a_hotspot_does_not_help_against_a_program_on_this_mac() {
        let opened = || row("tls/inspection", fail("x").reason("inspected").culprit(Culprit::of("ESET")));
        assert_eq!(of(vec![opened()], "15.1")[0], HOTSPOT);
        let here = row(
            "filters/security-products",
            info("x").reason("at-work").culprit(Culprit::of("CrowdStrike Falcon")).culprit(Culprit::of("ESET")),
        );
        assert!(of(vec![opened(), here], "15.1")[0].starts_with("Pause ESET on this Mac"));
    }

    #[test]
    fn first_aid_follows_the_cause() {
        assert!(of(vec![], "15.1")[1].contains("unlock this Mac"));
        let first = |changes| of(changes, "15.1")[0].clone();
        assert!(first(vec![row("tls/rate-limit", warn("x").reason("limited"))]).starts_with("Wait some hours"));
        assert!(first(vec![row("account/managed", warn("x").reason("managed"))]).starts_with("Ask your school"));
        assert!(first(vec![row("mac/virtual-machine", warn("x").reason("virtual"))]).contains("real Mac"));
        let left = row("filters/left-over", info("x").culprit(Culprit::of("LuLu")));
        assert!(first(vec![row("tls/sign-in", fail("x")), left]).contains("LuLu has left a filter"));
        assert!(first(vec![row("network/internet", fail("x").reason("captive-portal"))]).contains("sign-in page"));
        assert!(first(vec![row("tls/sign-in", fail("x"))]).contains("hotspot"));
        let lulu = row("filters/content-filter", info("x").culprit(Culprit::of("LuLu")));
        assert!(first(vec![row("tls/sign-in", fail("x")), lulu]).starts_with("Switch LuLu off"));
        assert!(first(vec![row("tls/sign-in", fail("x").reason("forbidden"))]).contains("Pause the firewall"));
        assert!(first(vec![row("dns/hosts-file", fail("x"))]).contains("/etc/hosts"));
        assert!(first(vec![row("push/daemon", fail("x"))]).contains("Restart"));
        assert!(first(vec![row("status/apple-account", fail("x"))]).contains("Apple repairs"));
    }

    #[test]
    fn no_advice_that_harms() {
        let all = |rows| of(rows, "15.1").join("\n");
        let clock = all(vec![row("clock/offset", fail("x"))]);
        assert!(!clock.contains("Make a code on this Mac") && clock.contains("Set the clock"), "{clock}");
        let old = of(vec![], "10.10").join("\n");
        assert!(!old.contains("Make a code on this Mac"), "{old}");
        let off = all(vec![row("mac/daemons-disabled", fail("x"))]);
        assert!(off.contains("by its own name"), "{off}");
        let fine = all(vec![]);
        assert!(!fine.contains("Safari") && !fine.contains("Enter the last one you received"), "{fine}");
        assert!(fine.contains("add a trusted number on this Mac"), "{fine}");
        let managed = all(vec![row("account/managed", warn("x").reason("managed"))]);
        assert!(managed.contains("administrator resets") && !managed.contains("iforgot"), "{managed}");
        let out = all(vec![row("account/icloud", fail("x").reason("signed-out"))]);
        assert!(out.contains("days") && !out.contains("add a trusted number on this Mac"), "{out}");
    }

    #[test]
    fn elsewhere_the_mac_is_left_out() {
        let lines = diagnose(&with(vec![]), &answers("linux", "", false)).get_in_now;
        assert!(lines[1].starts_with("Make a code on a signed-in iPhone"), "{lines:?}");
    }
}
