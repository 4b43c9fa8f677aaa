//! What is kept of folders, of a database and of preference files: no key but those that are listed comes through.
#![no_main]

use codesent_checks::preferences::ALL;
use codesent_checks::read::plist::reduce;
use codesent_checks::{Question, all};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use std::sync::LazyLock;

/// Long enough that no key or word of ours holds it by chance.
const CANARY: &str = "CANARY-7f3a-9b";

static ASKED: LazyLock<Vec<Question>> = LazyLock::new(|| all().flat_map(|check| check.questions().copied()).collect());

fuzz_target!(|bytes: &[u8]| {
    for domain in ALL {
        let Ok(tree) = reduce(domain, bytes) else { continue };
        // Of a listed path that ends in a question mark or a hash, no text comes through.
        if !domain.keep.paths().is_empty() && domain.keep.paths().iter().all(|path| path.ends_with(['?', '#'])) {
            assert!(!tree.to_string().contains(CANARY), "{}: {tree}", domain.path);
        }
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let lines = || text.lines().map(str::to_owned);
    for question in ASKED.iter() {
        match question {
            Question::Folder(folder) => {
                let kept = folder.kept(lines().collect());
                assert_eq!(folder.kept(kept.clone()), kept, "{}", folder.path);
            }
            Question::Database(database) => {
                let row = |line: String| {
                    let cells = line.split('\t').filter_map(|cell| cell.split_once('=')).map(|(name, value)| {
                        (name.to_owned(), serde_json::from_str(value).unwrap_or_else(|_| Value::from(value)))
                    });
                    cells.collect()
                };
                let kept = database.kept(lines().map(row).collect());
                assert_eq!(database.kept(kept.clone()), kept, "{}", database.path);
            }
            _ => {}
        }
    }
});
