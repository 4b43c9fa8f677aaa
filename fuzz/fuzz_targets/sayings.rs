//! What people paste or type: it is understood or not, and six digits are never repeated.
#![no_main]

use codesent_checks::explain::{find, recognise, understand, without_codes};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = (find(text), understand(text), recognise(text));
    let (shown, hid) = without_codes(text);
    assert!(hid || shown == text || shown.len() <= text.len() * 4, "{shown}");
    assert_eq!(without_codes(&shown).0, shown, "hiding twice changes something");
});
