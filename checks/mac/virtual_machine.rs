//! Whether macOS runs in a virtual machine, or on a machine that is not Apple's.

use crate::commands::{HARDWARE, VIRTUAL_SMC};
use crate::{Answers, Certainty, Check, Culprit, Miss, Question, Verdict, Version, fix::catalogue, pass, warn};
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
        Reason::warn("virtual").does(Effect::MayStop),
        Reason::warn("virtual-newer").does(Effect::MayStop),
        Reason::warn("not-apple")
            .wrong("Apple did not make this machine, and often refuses such")
            .does(Effect::MayStop),
    ]],
    fix: &catalogue::VIRTUAL_MACHINE,
    asks: &[&[Question::Command(&HARDWARE), Question::Command(&VIRTUAL_SMC)]],
    after: &[],
    judge,
};

/// Models that virtual machines call themselves.
const MODELS: &[(&str, &str)] = &[
    ("Parallels", "Parallels"),
    ("QEMU", "QEMU"),
    ("VMM", "QEMU"),
    ("VMware", "VMware"),
    ("VirtualBox", "VirtualBox"),
    ("VirtualMac", "Apple\u{2019}s Virtualization"),
];

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let text = &answers.command(&HARDWARE)?.stdout;
    let value = |key: &str| text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(':')).map(str::trim);
    let model = value("hw.model").ok_or_else(|| Miss::Unreadable("`sysctl` names no model".into()))?;
    let by_model = MODELS.iter().find(|(start, _)| model.starts_with(start)).map(|(_, name)| *name);
    if by_model.is_some() || value("kern.hv_vmm_present") == Some("1") {
        // Apple's own virtual machines may sign in from macOS 15 on (Apple, "Using iCloud with macOS virtual machines").
        let old =
            model.starts_with("VirtualMac") && answers.macos().is_some_and(|version| version < Version::new(15, 0));
        let verdict = if old {
            warn("a virtual machine, and iCloud wants macOS 15 in it").reason("virtual").wrong(
                "this is a virtual machine, and iCloud signs in to one only from macOS 15 on, inside and outside",
            )
        } else if model.starts_with("VirtualMac") {
            warn("it is a virtual machine").reason("virtual-newer")
        } else {
            warn("it is a virtual machine").reason("virtual")
        };
        let verdict = verdict.evidence("model", model);
        return Ok(by_model.iter().fold(verdict, |verdict, name| verdict.culprit(Culprit::Product(name))));
    }
    let foreign = value("machdep.cpu.brand_string").filter(|brand| brand.contains("AMD"));
    // Only Apple makes machines with Apple's processors.
    let apples = value("machdep.cpu.brand_string").is_some_and(|brand| brand.starts_with("Apple"));
    // The driver's name stands in the list only where it is loaded.
    let driver = || answers.command(&VIRTUAL_SMC).map(|output| output.stdout.contains("as.vit9696.VirtualSMC ("));
    if foreign.is_some() || (!apples && driver()?) {
        return Ok(warn("macOS runs on another maker\u{2019}s machine").reason("not-apple").evidence("model", model));
    }
    Ok(pass(model))
}

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
    }

    #[test]
    fn the_driver_is_looked_for_only_where_it_can_be() {
        let of = |text: &str| Mac::of("15.2").prints(&HARDWARE, text).judged(&CHECK);
        let chip = "kern.hv_vmm_present: 0\nhw.model: Mac14,2\nmachdep.cpu.brand_string: Apple M2\n";
        assert_eq!(of(chip).unwrap().status, Status::Pass);
        assert!(of("kern.hv_vmm_present: 0\nhw.model: MacPro7,1\n").is_err());
    }

    #[test]
    fn an_old_virtual_mac_is_told_what_it_lacks() {
        let text = "kern.hv_vmm_present: 1\nhw.model: VirtualMac2,1\n";
        let of = |version| Mac::of(version).prints(&HARDWARE, text).judged(&CHECK).unwrap().saw;
        assert!(of("14.6").contains("macOS 15") && !of("15.0").contains("macOS 15"));
    }
}
