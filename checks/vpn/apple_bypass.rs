//! The macOS versions whose own services leave the tunnel, where a kill switch then drops them.

use crate::check::breaks;
use crate::fix::{Fix, Link, Risk, Versions, step};
use crate::shared::tunnels::{self, Grade, Signs};
use crate::{Answers, Certainty, Check, Miss, Verdict, Version, info, pass, warn};
use crate::{Effect, Part, Reason, Role, Suspicion};

/// Mullvad's source (`talpid-core/src/firewall/macos.rs`) and Apple's release notes of macOS 15.1.
const FROM: Version = Version::new(14, 6);
const TO: Version = Version::new(15, 1);

pub(super) const CHECK: Check = Check {
    id: "vpn/apple-bypass",
    title: "Apple\u{2019}s services stay in the VPN",
    wrong: "Apple\u{2019}s services leave the VPN, and its kill switch may drop them",
    why: "From macOS 14.6 until 15.1 Apple\u{2019}s own services went around a VPN. A VPN with a kill switch (\u{201c}block \
          everything outside the tunnel\u{201d}) then drops them, and code prompts with them.",
    certainty: Certainty::Reported("Mullvad\u{2019}s source names the versions; Apple lists the fix in 15.1"),
    part: Part::Between,
    effect: Effect::MayStop,
    role: Role::Suspect(Suspicion { what: "a VPN", breaks: breaks::TRAFFIC }),
    normal: None,
    reasons: &[&[Reason::warn("bypassed"), Reason::info("beside")]],
    fix: &FIX,
    asks: &[tunnels::ASKS],
    after: &[],
    judge,
};

const FIX: Fix = Fix {
    id: "vpn-kill-switch",
    title: "Leave the VPN for a minute; later, update to macOS 15.1 or newer",
    first: None,
    steps: &[
        step("Disconnect the VPN in its own app, or switch its kill switch off. A company VPN: ask IT first."),
        step("Request one code, then connect again."),
        step("Once you are in: System Settings > General > Software Update. Apple repaired this in 15.1."),
    ],
    links: &[Link {
        versions: Versions::since(13, 0),
        url: "x-apple.systempreferences:com.apple.Software-Update-Settings.extension",
    }],
    command: None,
    article: Some("102281"),
    risk: Risk::Safe,
    confirm: "Run codesent with the VPN off: if the red rows turn green, the VPN was the reason.",
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    if !answers.on_a_mac() {
        return Err(Miss::NeedsMac);
    }
    let version = answers.macos().ok_or(Miss::Unreadable("the macOS version is not known".into()))?;
    if version < FROM || version >= TO {
        return Ok(pass(format!("macOS {version} keeps them there")));
    }
    let tunnel = tunnels::decide(&Signs::of(answers))?;
    let verdict = match tunnel.grade {
        Grade::Full => warn(format!("they bypass {}", tunnel.in_words())).reason("bypassed"),
        Grade::Active => info("affected macOS, but Apple goes beside the VPN").reason("beside"),
        Grade::Weak | Grade::None => pass("affected macOS, but no VPN is up"),
    };
    let verdict = verdict.evidence("macOS", version.to_string());
    Ok(match tunnel.name {
        Some(name) => verdict.culprit(name.whose.into()),
        None => verdict,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::commands::ROUTE_TO_APPLE;
    use crate::testing::Mac;

    fn status(version: &str, interface: &str) -> Status {
        let route = format!("   route to: 17.57.144.20\n  interface: {interface}\n      flags: <UP,DONE>\n");
        let mac = Mac::of(version).prints(&ROUTE_TO_APPLE, &route);
        mac.judged(&CHECK).unwrap().status
    }

    #[test]
    fn only_a_full_tunnel_on_those_versions_is_a_warning() {
        assert_eq!(status("14.6", "utun4"), Status::Warn);
        assert_eq!(status("15.0.1", "utun4"), Status::Warn);
        for (version, interface) in [("14.5", "utun4"), ("15.1", "utun4"), ("26.1", "utun4"), ("15.0", "en0")] {
            assert_eq!(status(version, interface), Status::Pass, "{version} {interface}");
        }
    }
}
