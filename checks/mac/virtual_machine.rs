//! Whether macOS runs in a virtual machine, or on a machine that is not Apple's.

use crate::commands::{HARDWARE, OPENCORE_PATCHER, VIRTUAL_SMC};
use crate::read::machine;
use crate::{Answers, Certainty, Check, Culprit, Miss, Question, Verdict, Version, fail, fix::catalogue, pass, warn};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "mac/virtual-machine",
    title: "This is a real Mac",
    wrong: "this is a virtual machine, and Apple often refuses those",
    why: "Apple ties trusted devices to real hardware. Virtual machines often cannot sign in to iCloud at all, and one that is \
          signed in may still never show a code.",
    certainty: Certainty::Reported("more than twenty threads of virtual machines and self-built machines"),
    part: Part::Machine,
    effect: Effect::MayStop,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::fail("no-push")
            .wrong("this is a virtual machine, and macOS 27 gets no push in one")
            .does(Effect::Stops),
        Reason::warn("virtual").does(Effect::MayStop),
        Reason::warn("virtual-newer").does(Effect::MayStop).wrong(
            "this is a virtual machine, and iCloud signs in to one only where macOS 15 or later runs in it and under it",
        ),
        // UTM #7479 and #7509, virtualOS #53: on 26.1 a guest can be without a serial number; 26.2 mended it.
        Reason::warn("virtual-no-serial").does(Effect::MayStop).wrong(
            "this is a virtual machine, and in one macOS 26.1 often cannot sign in to iCloud (26.2 mended that)",
        ),
        Reason::warn("not-apple")
            .wrong("Apple did not make this machine, and often refuses such")
            .does(Effect::MayStop),
    ]],
    fix: &catalogue::VIRTUAL_MACHINE,
    asks: &[&[Question::Command(&HARDWARE), Question::Command(&VIRTUAL_SMC), Question::Command(&OPENCORE_PATCHER)]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let machine = machine::machine(&answers.command(&HARDWARE)?.stdout)?;
    let model = machine.model;
    // Patchers of 2021 to 2023 made every program see a guest, so what the firmware says of one counts for more.
    let patched = matches!(super::patched::version(answers), Ok(Some(_)));
    if machine.maker().is_some() || (machine.guest == Some(true) && !patched) {
        let macos = answers.macos().unwrap_or_default();
        let verdict = if macos >= NO_PUSH && macos < PUSH_UNKNOWN {
            fail("a virtual machine, and macOS 27 gets no push in one").reason("no-push")
        } else if model.starts_with("VirtualMac") && macos != Version::default() && macos < SIGNS_IN {
            warn("a virtual machine, and iCloud wants macOS 15 in it").reason("virtual").wrong(
                "this is a virtual machine, and iCloud signs in to one only from macOS 15 on, inside and outside",
            )
        } else if model.starts_with("VirtualMac") && macos >= NO_SERIAL && macos < SERIAL_AGAIN {
            warn("a virtual machine with macOS 26.1").reason("virtual-no-serial")
        } else if model.starts_with("VirtualMac") {
            warn("it is a virtual machine").reason("virtual-newer")
        } else {
            warn("it is a virtual machine").reason("virtual")
        };
        let verdict = verdict.evidence("model", model);
        return Ok(machine.maker().iter().fold(verdict, |verdict, name| verdict.culprit(Culprit::Product(name))));
    }
    // The driver's name stands in the list only where it is loaded.
    let driver = || answers.command(&VIRTUAL_SMC).map(|output| output.stdout.contains("as.vit9696.VirtualSMC ("));
    let foreign = machine.has_foreign_processor() || (machine.outruns_its_model() && !patched);
    if foreign || (!machine.has_apple_silicon() && driver()?) {
        return Ok(warn("macOS runs on another maker\u{2019}s machine").reason("not-apple").evidence("model", model));
    }
    Ok(pass(model))
}

/// Apple's own virtual machines may sign in from here on (Apple, "Using iCloud with macOS virtual machines").
const SIGNS_IN: Version = Version::new(15, 0);
/// A guest with this version can be without a serial number, and iCloud wants one.
const NO_SERIAL: Version = Version::new(26, 1);
/// The version that mended it.
const SERIAL_AGAIN: Version = Version::new(26, 2);
/// In a guest with this version the push service cannot make its certificate's key (a capture of 2026-09-15, and Apple's
/// forum, thread 840500).
const NO_PUSH: Version = Version::new(27, 0);
/// Of this and later ones nothing is known.
const PUSH_UNKNOWN: Version = Version::new(27, 1);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;

    fn verdict(text: &str, drivers: &str) -> (Status, Option<&'static str>) {
        let mac = Mac::of("15.2").prints(&HARDWARE, text).prints(&VIRTUAL_SMC, drivers);
        let found = mac.judged(&CHECK).unwrap();
        (found.status, found.reason)
    }

    #[test]
    fn real_machines_pass_and_the_others_are_told() {
        let real = "kern.hv_vmm_present: 0\nhw.model: Mac14,2\nmachdep.cpu.brand_string: Apple M2\n";
        assert_eq!(verdict(real, "").0, Status::Pass);
        // macOS 10.15 does not know the first name and says so on the other stream.
        assert_eq!(verdict("hw.model: MacBookPro15,1\n", "").0, Status::Pass);
        assert_eq!(verdict(&real.replace(": 0", ": 1"), ""), (Status::Warn, Some("virtual")));
        assert_eq!(verdict("kern.hv_vmm_present: 0\nhw.model: VMware7,1\n", ""), (Status::Warn, Some("virtual")));
        let row = "   52    3 0xffffff8003b5c000 0x28000 0x28000 as.vit9696.VirtualSMC (1.3.3) UUID <13 7 6>\n";
        let mac_pro = "kern.hv_vmm_present: 0\nhw.model: MacPro7,1\n";
        assert_eq!(verdict(mac_pro, row), (Status::Warn, Some("not-apple")));
        // Newer systems repeat the question before the answer.
        let echo = "Executing: /usr/bin/kmutil showloaded --list-only --bundle-identifier as.vit9696.VirtualSMC\n";
        assert_eq!(verdict(mac_pro, echo).0, Status::Pass);
        let amd = "hw.model: iMacPro1,1\nmachdep.cpu.brand_string: AMD Ryzen 7 3700X\n";
        assert_eq!(verdict(amd, ""), (Status::Warn, Some("not-apple")));
        let newer = "hw.model: MacBookPro14,1\nmachdep.cpu.brand_string: Intel(R) Core(TM) i7-8550U CPU @ 1.80GHz\n";
        assert_eq!(verdict(newer, ""), (Status::Warn, Some("not-apple")));
    }

    #[test]
    fn the_driver_is_looked_for_only_where_it_can_be() {
        let of = |text: &str| Mac::of("15.2").prints(&HARDWARE, text).judged(&CHECK);
        let chip = "kern.hv_vmm_present: 0\nhw.model: Mac14,2\nmachdep.cpu.brand_string: Apple M2\n";
        assert_eq!(of(chip).unwrap().status, Status::Pass);
        assert!(of("kern.hv_vmm_present: 0\nhw.model: MacPro7,1\n").is_err());
    }

    #[test]
    fn guests_with_macos_27_get_no_push() {
        let text = "kern.hv_vmm_present: 1\nhw.model: VirtualMac2,1\nmachdep.cpu.brand_string: Apple M2 (Virtual)\n";
        let of = |version| judge(&Mac::of(version).prints(&HARDWARE, text).answers()).unwrap();
        assert_eq!((of("27.0").status, of("27.0.1").reason), (Status::Fail, Some("no-push")));
        assert_eq!((of("26.1").reason, of("26.2").reason), (Some("virtual-no-serial"), Some("virtual-newer")));
        assert_eq!((of("26.4").reason, of("27.1").reason), (Some("virtual-newer"), Some("virtual-newer")));
    }

    #[test]
    fn a_guest_is_told_by_its_processor_and_a_patched_mac_is_none() {
        let guest = "hw.model: iMac14,2\nmachdep.cpu.brand_string: Intel Core 2 Duo P9xxx (Penryn Class Core 2)\n";
        assert_eq!(verdict(guest, ""), (Status::Warn, Some("virtual")));
        let patched = "kern.hv_vmm_present: 1\nhw.model: MacBookPro9,2\n";
        let mac = Mac::of("13.6").prints(&HARDWARE, patched).prints(&VIRTUAL_SMC, "");
        let mac = mac.prints(&OPENCORE_PATCHER, "4D1FDA02-38C7-4A6A-9CC6-4BCCA8B30102:OCLP-Version\t0.6.8\n");
        assert_eq!(judge(&mac.answers()).unwrap().status, Status::Pass);
    }

    #[test]
    fn an_old_virtual_mac_is_told_what_it_lacks() {
        let text = "kern.hv_vmm_present: 1\nhw.model: VirtualMac2,1\n";
        let of = |version| Mac::of(version).prints(&HARDWARE, text).judged(&CHECK).unwrap().saw;
        assert!(of("14.6").contains("macOS 15") && !of("15.0").contains("macOS 15"));
    }
}
