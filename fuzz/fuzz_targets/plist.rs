//! Preference files through every domain, and single archived values: no bytes may panic, hang or swell.
#![no_main]

use codesent_checks::preferences::ALL;
use codesent_checks::read::plist::reduce;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for domain in ALL {
        let _ = reduce(domain, bytes);
    }
    let _ = codesent_checks::read::archive::plain(bytes);
});
