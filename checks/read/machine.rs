//! `sysctl kern.hv_vmm_present hw.model machdep.cpu.brand_string`: what kind of machine macOS runs on.
//!
//! A line is missing where this macOS does not have it: the first before macOS 11.

use crate::Miss;

/// What it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Machine<'a> {
    /// `Mac15,3`.
    pub model: &'a str,
    /// `Apple M3`.
    pub processor: Option<&'a str>,
    /// What macOS itself says about being a guest.
    pub guest: Option<bool>,
}

/// Models that virtual machines call themselves, and whose they are.
const MODELS: &[(&str, &str)] = &[
    ("Parallels", "Parallels"),
    ("QEMU", "QEMU"),
    ("VMM", "QEMU"),
    ("VMware", "VMware"),
    ("VirtualBox", "VirtualBox"),
    ("VirtualMac", "Apple\u{2019}s Virtualization"),
];

/// Words in the names of processors that only QEMU has (its `cpu.c`).
const PROCESSORS: &[&str] = &["QEMU", "Common KVM", "Common 32-bit KVM", "Penryn Class", "Nehalem Class", "Nehalem-C"];

impl Machine<'_> {
    /// The program that makes the machine, where the model or the processor names it.
    pub fn maker(&self) -> Option<&'static str> {
        let by_model = MODELS.iter().find(|(start, _)| self.model.starts_with(start)).map(|(_, name)| *name);
        by_model.or_else(|| self.processor.is_some_and(is_made_up).then_some("QEMU"))
    }

    /// Whether the processor is one that no Mac has.
    pub fn has_foreign_processor(&self) -> bool {
        self.processor.is_some_and(|name| name.contains("AMD"))
    }

    /// Whether the processor is Apple's: only Apple makes machines with these.
    pub fn has_apple_silicon(&self) -> bool {
        self.processor.is_some_and(|name| name.starts_with("Apple"))
    }
}

/// Whether a name is one that QEMU gives: Intel writes `Intel(R)` into all of its own.
fn is_made_up(processor: &str) -> bool {
    PROCESSORS.iter().any(|word| processor.contains(word)) || processor.starts_with("Intel ")
}

/// Reads it.
pub fn machine(text: &str) -> Result<Machine<'_>, Miss> {
    let value = |key: &str| text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(':')).map(str::trim);
    let model = value("hw.model").ok_or_else(|| Miss::Unreadable("`sysctl` names no model".into()))?;
    let guest = match value("kern.hv_vmm_present") {
        Some("1") => Some(true),
        Some("0") => Some(false),
        _ => None,
    };
    Ok(Machine { model, processor: value("machdep.cpu.brand_string"), guest })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guests_are_told_by_model_or_processor() {
        let of = |model: &str, processor: &str| {
            machine(&format!("hw.model: {model}\nmachdep.cpu.brand_string: {processor}\n")).unwrap().maker()
        };
        assert_eq!(of("VMware7,1", "Intel(R) Core(TM) i9-9880H CPU @ 2.30GHz"), Some("VMware"));
        for made_up in [
            "Intel Core 2 Duo P9xxx (Penryn Class Core 2)",
            "QEMU Virtual CPU version 2.5+",
            "Common KVM processor",
            "Intel Core Processor (Skylake, IBRS)",
        ] {
            assert_eq!(of("iMacPro1,1", made_up), Some("QEMU"), "{made_up}");
        }
        for real in
            ["Intel(R) Core(TM)2 Duo CPU P8600 @ 2.40GHz", "Apple M5", "AMD Ryzen 7 3700X", "VirtualApple @ 2.50GHz"]
        {
            assert_eq!(of("Macmini8,1", real), None, "{real}");
        }
    }

    #[test]
    fn lines_that_this_macos_does_not_have_are_none() {
        let old = machine("hw.model: MacBookPro11,1\n").unwrap();
        assert_eq!((old.guest, old.processor, old.has_apple_silicon()), (None, None, false));
        let new =
            machine("kern.hv_vmm_present: 1\nhw.model: VirtualMac2,1\nmachdep.cpu.brand_string: Apple M2 (Virtual)\n")
                .unwrap();
        assert_eq!(
            (new.guest, new.maker(), new.has_apple_silicon()),
            (Some(true), Some("Apple\u{2019}s Virtualization"), true)
        );
        assert!(machine("sysctl: unknown oid 'x'\n").is_err());
    }
}
