//! Whether OpenCore makes macOS run here.

use crate::commands::{HARDWARE, OPENCORE_PATCHER};
use crate::files::{APPLICATION_SUPPORT, CORE_SERVICES};
use crate::read::{machine, patcher};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, pass, warn};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "mac/patched",
    title: "macOS runs here without a patcher",
    wrong: "a patcher (OpenCore) makes this macOS run here",
    why: "OpenCore Legacy Patcher lets old Macs run a macOS that Apple does not give them. Codes come on such Macs. But an update \
          of the patcher can change what this Mac says it is, and then Apple sees a new device that must sign in anew.",
    certainty: Certainty::Reported(
        "owners of patched Macs whose iCloud asked for a new sign-in after an update of the patcher",
    ),
    part: Part::Machine,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::warn("patched"),
        Reason::warn("another-model")
            .wrong("OpenCore gives this Mac another model\u{2019}s name, and Apple may take it for another device"),
    ]],
    fix: &catalogue::PATCHED,
    asks: &[&[
        Question::Command(&HARDWARE),
        Question::Command(&OPENCORE_PATCHER),
        Question::Folder(&APPLICATION_SUPPORT),
        Question::Folder(&CORE_SERVICES),
    ]],
    after: &[],
    judge,
};

/// The firmware's variable that says the Mac was started through the patcher, with its version.
pub(super) fn version(answers: &Answers) -> Result<Option<String>, Miss> {
    patcher::variable(answers.command(&OPENCORE_PATCHER)?, "OCLP-Version")
}

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let text = &answers.command(&HARDWARE)?.stdout;
    let machine = machine::machine(text)?;
    if machine.has_apple_silicon() {
        return Ok(pass("there is none for this processor"));
    }
    let version = version(answers);
    let folder = answers.folder(&APPLICATION_SUPPORT).map(|names| names.iter().any(|name| name == patcher::FOLDER));
    let patches = answers.folder(&CORE_SERVICES).map(|names| names.iter().any(|name| name == patcher::PATCHES));
    if let Ok(Some(value)) = &version {
        let known = patcher::version(value).map_or_else(String::new, |number| format!(" {number}"));
        if machine.is_another_model() {
            let verdict = warn(format!("through OpenCore Legacy Patcher{known}, as another model"));
            return Ok(verdict.reason("another-model").evidence("model", machine.model));
        }
        return Ok(warn(format!("through OpenCore Legacy Patcher{known}")).reason("patched"));
    }
    if folder == Ok(true) || patches == Ok(true) {
        return Ok(warn("OpenCore Legacy Patcher is installed").reason("patched"));
    }
    if machine.is_another_model() {
        // The patcher before 0.4, and OpenCore on other machines, give the Mac another model's name.
        let verdict = warn("OpenCore, it seems: its model never had this processor").reason("another-model");
        return Ok(verdict
            .evidence("model", machine.model)
            .evidence("processor", machine.processor.unwrap_or_default()));
    }
    version?;
    Ok(pass("none is seen"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::CommandOutput;
    use crate::testing::Mac;
    use crate::{Answer, Status};

    const OLD_MAC: &str = "kern.hv_vmm_present: 0\nhw.model: MacBookPro11,3\nmachdep.cpu.brand_string: Intel(R) Core(TM) i7-4850HQ CPU @ 2.30GHz\n";
    const NONE: &str = "nvram: Error getting variable - 'OCLP-Version': (iokit/common) data was not found\n";

    fn mac(hardware: &str, stdout: &str, folder: &[&str]) -> Mac {
        let stderr = if stdout.is_empty() { NONE.into() } else { String::new() };
        let output = CommandOutput { stdout: stdout.into(), stderr, exit: Some(1), cut: false };
        let names = folder.iter().map(|name| (*name).to_owned()).collect();
        let mac = Mac::of("14.6").prints(&HARDWARE, hardware);
        let mac = mac.says(&Question::Command(&OPENCORE_PATCHER), Ok(Answer::Command(output)));
        mac.says(&Question::Folder(&APPLICATION_SUPPORT), Ok(Answer::Folder(names)))
    }

    fn verdict(hardware: &str, stdout: &str, folder: &[&str]) -> (Status, String) {
        let found = judge(&mac(hardware, stdout, folder).answers()).unwrap();
        (found.status, found.saw)
    }

    #[test]
    fn a_patched_mac_says_so() {
        let through = verdict(OLD_MAC, "4D1FDA02-38C7-4A6A-9CC6-4BCCA8B30102:OCLP-Version\t2.4.1\n", &[]);
        assert_eq!(through, (Status::Warn, "through OpenCore Legacy Patcher 2.4.1".into()));
        assert_eq!(verdict(OLD_MAC, "", &["Dortania"]).1, "OpenCore Legacy Patcher is installed");
        let older = OLD_MAC.replace("i7-4850HQ", "i7-2720QM");
        assert!(verdict(&older, "", &[]).1.contains("OpenCore"));
        let spoofed = verdict(&older, "4D1FDA02-38C7-4A6A-9CC6-4BCCA8B30102:OCLP-Version\t2.4.1\n", &[]);
        assert!(spoofed.1.contains("as another model"), "{spoofed:?}");
    }

    #[test]
    fn other_macs_have_none_and_silence_is_unknown() {
        assert_eq!(verdict(OLD_MAC, "", &[]), (Status::Pass, "none is seen".into()));
        let apple = "kern.hv_vmm_present: 0\nhw.model: Mac15,3\nmachdep.cpu.brand_string: Apple M3\n";
        assert_eq!(judge(&Mac::of("26.1").prints(&HARDWARE, apple).answers()).unwrap().status, Status::Pass);
        assert!(judge(&Mac::of("14.6").prints(&HARDWARE, OLD_MAC).answers()).is_err());
    }
}
