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

/// The oldest and the newest generation of Intel Core that a family of models was sold with (Apple's technical
/// specifications), or that its socket takes.
const GENERATIONS: &[(&str, u32, u32)] = &[
    ("MacBookPro9", 3, 3),
    ("MacBookPro10", 3, 3),
    ("MacBookPro11", 4, 4),
    ("MacBookPro12", 5, 5),
    ("MacBookPro13", 6, 6),
    ("MacBookPro14", 7, 7),
    ("MacBookPro15", 8, 9),
    ("MacBookPro16", 8, 10),
    ("MacBookAir5", 3, 3),
    ("MacBookAir6", 4, 4),
    ("MacBookAir7", 5, 5),
    ("MacBookAir8", 8, 8),
    ("MacBookAir9", 10, 10),
    ("Macmini6", 3, 3),
    ("Macmini7", 4, 4),
    ("Macmini8", 8, 8),
    ("iMac13", 3, 3),
    ("iMac14", 4, 4),
    ("iMac15", 4, 4),
    ("iMac16", 5, 5),
    ("iMac17", 6, 7),
    ("iMac18", 7, 7),
    ("iMac19", 8, 9),
    ("iMac20", 10, 10),
];
/// The newest generation that any Mac was sold with.
const LAST: u32 = 10;
/// Families of Intel's processors that no Mac with an Intel Core was sold with.
const NO_MACS: &[&str] = &["Pentium", "Celeron", "Atom", "Core(TM) Ultra"];

/// `Intel(R) Core(TM) i7-2720QM CPU` is of the second generation, an `i9-10900K` of the tenth; newer ones say so themselves:
/// `11th Gen Intel(R) Core(TM) i9-11900K`.
fn generation(processor: &str) -> Option<u32> {
    if let Some(said) = processor.split_once("th Gen Intel").and_then(|(number, _)| number.trim().parse().ok()) {
        return Some(said);
    }
    let number =
        ["i3-", "i5-", "i7-", "i9-"].iter().find_map(|family| processor.split_once(family)).map(|(_, rest)| rest)?;
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    // Four digits, of which the first counts, or five, of which two do. Newer mobile ones (i7-1068G7) have four and ten.
    match (digits.len(), digits.get(..2)?.parse().ok()?) {
        (4, tenth @ 10..=14) => Some(tenth),
        (4, other) => Some(other / 10),
        (5, both) => Some(both),
        _ => None,
    }
}

/// Words in the names of processors that only QEMU has (its `cpu.c`).
const PROCESSORS: &[&str] = &["QEMU", "Common KVM", "Common 32-bit KVM", "Penryn Class", "Nehalem Class", "Nehalem-C"];

impl Machine<'_> {
    /// The program that makes the machine, where the model or the processor names it.
    pub fn maker(&self) -> Option<&'static str> {
        let by_model = MODELS.iter().find(|(start, _)| self.model.starts_with(start)).map(|(_, name)| *name);
        // A guest of Apple's own calls its processor `Apple M1 (Virtual)`.
        let apples = || {
            self.processor.is_some_and(|name| name.ends_with("(Virtual)")).then_some("Apple\u{2019}s Virtualization")
        };
        by_model.or_else(apples).or_else(|| self.processor.is_some_and(is_made_up).then_some("QEMU"))
    }

    /// Whether the model never had a processor as old as this one: OpenCore gives a machine the name of another model.
    pub fn is_another_model(&self) -> bool {
        self.generation_and_sold().is_some_and(|(generation, (least, _))| generation < least)
    }

    /// Whether the processor is newer than any that the model can have: a built machine under a Mac's name. OpenCore Legacy
    /// Patcher names newer models, never older ones.
    pub fn outruns_its_model(&self) -> bool {
        self.generation_and_sold().is_some_and(|(generation, (_, newest))| generation > newest)
    }

    /// The processor's generation, and the oldest and newest that the model can have.
    fn generation_and_sold(&self) -> Option<(u32, (u32, u32))> {
        let is_this = |family: &str| self.model.strip_prefix(family).is_some_and(|rest| rest.starts_with(','));
        let (_, least, newest) = GENERATIONS.iter().find(|(family, ..)| is_this(family))?;
        Some((self.processor.and_then(generation)?, (*least, *newest)))
    }

    /// Whether the processor is one that no Mac has.
    pub fn has_foreign_processor(&self) -> bool {
        self.processor.is_some_and(|name| {
            name.contains("AMD")
                || NO_MACS.iter().any(|family| name.contains(family))
                || generation(name).is_some_and(|generation| generation > LAST)
        })
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
    fn a_model_with_a_processor_that_is_too_old_for_it_is_another() {
        let of = |model: &str, processor: &str| {
            let text =
                format!("hw.model: {model}\nmachdep.cpu.brand_string: Intel(R) Core(TM) {processor} CPU @ 2.20GHz\n");
            machine(&text).unwrap().is_another_model()
        };
        assert!(of("MacBookPro11,3", "i7-2720QM") && of("iMac20,1", "i7-4790K"));
        for (model, processor) in [
            ("MacBookPro11,3", "i7-4850HQ"),
            ("MacBookPro8,2", "i7-2720QM"),
            ("MacBookPro16,2", "i5-1038NG7"),
            ("iMac20,1", "i9-10900K"),
            ("MacBookAir9,1", "i3-1000NG4"),
            ("MacPro6,1", "Xeon"),
            ("MacBookPro1,1", "i7-2720QM"),
        ] {
            assert!(!of(model, processor), "{model} {processor}");
        }
    }

    #[test]
    fn a_processor_that_no_mac_or_not_this_one_can_have_is_told() {
        let of = |model: &str, processor: &str| {
            let text = format!("hw.model: {model}\nmachdep.cpu.brand_string: {processor}\n");
            let machine = machine(&text).unwrap();
            (machine.has_foreign_processor(), machine.outruns_its_model())
        };
        for foreign in [
            "AMD Ryzen 9 5950X 16-Core Processor",
            "11th Gen Intel(R) Core(TM) i9-11900K @ 3.50GHz",
            "Intel(R) Core(TM) i9-14900K",
            "13th Gen Intel(R) Core(TM) i5-13600K",
            "Intel(R) Core(TM) Ultra 7 155H",
            "Intel(R) Pentium(R) CPU G3258 @ 3.20GHz",
            "Intel(R) Celeron(R) N5105 @ 2.00GHz",
        ] {
            assert!(of("MacPro7,1", foreign).0, "{foreign}");
        }
        assert_eq!(of("MacBookPro14,1", "Intel(R) Core(TM) i7-8550U CPU @ 1.80GHz"), (false, true));
        assert_eq!(of("iMac18,3", "Intel(R) Core(TM) i7-9700K CPU @ 3.60GHz"), (false, true));
        for (model, processor) in [
            ("MacBookPro16,2", "Intel(R) Core(TM) i7-1068NG7 CPU @ 2.30GHz"),
            ("MacBookPro15,1", "Intel(R) Core(TM) i9-9980HK CPU @ 2.40GHz"),
            ("MacBookPro16,1", "Intel(R) Core(TM) i7-9750H CPU @ 2.60GHz"),
            ("MacBookAir9,1", "Intel(R) Core(TM) i7-1060NG7 CPU @ 1.20GHz"),
            ("MacBookAir8,2", "Intel(R) Core(TM) i5-8210Y CPU @ 1.60GHz"),
            ("Macmini8,1", "Intel(R) Core(TM) i3-8100B CPU @ 3.60GHz"),
            ("iMac19,1", "Intel(R) Core(TM) i9-9900K CPU @ 3.60GHz"),
            ("iMac20,2", "Intel(R) Core(TM) i9-10910 CPU @ 3.60GHz"),
            ("iMac17,1", "Intel(R) Core(TM) i7-7700K CPU @ 4.20GHz"),
            ("iMac16,1", "Intel(R) Core(TM) i5-5250U CPU @ 1.60GHz"),
            ("iMacPro1,1", "Intel(R) Xeon(R) W-2140B CPU @ 3.20GHz"),
            ("MacPro5,1", "Intel(R) Xeon(R) CPU           X5690  @ 3.47GHz"),
            ("MacBook10,1", "Intel(R) Core(TM) i7-7Y75 CPU @ 1.30GHz"),
            ("MacBook9,1", "Intel(R) Core(TM) m3-6Y30 CPU @ 0.90GHz"),
            ("MacBookPro5,5", "Intel(R) Core(TM)2 Duo CPU     P8700  @ 2.53GHz"),
            ("MacBookPro6,2", "Intel(R) Core(TM) i7 CPU       M 620  @ 2.67GHz"),
        ] {
            assert_eq!(of(model, processor), (false, false), "{model} {processor}");
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
