//! What sqlite3 prints of a database that may be anything.
#![no_main]

use codesent_checks::{Question, all};
use libfuzzer_sys::fuzz_target;

#[path = "../../src/gather/database/rows.rs"]
mod rows;

fuzz_target!(|text: &str| {
    let Ok(list) = rows::parse(text) else { return };
    for question in all().flat_map(codesent_checks::Check::questions) {
        if let Question::Database(database) = question {
            let _ = database.kept(list.clone());
        }
    }
});
