//! Files that say what the program should print, and the difference when it prints something else.

use similar::TextDiff;
use std::path::{Path, PathBuf};

/// Compares texts with committed files, or writes these anew. One failure shows every difference.
#[derive(Default)]
pub(crate) struct Goldens {
    differences: String,
}

/// Whether the files are to be written anew.
pub(crate) fn blessing() -> bool {
    std::env::var_os("CODESENT_BLESS").is_some()
}

/// A path in the project.
pub(crate) fn at(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

impl Goldens {
    /// The file is to hold this text.
    pub(crate) fn compare(&mut self, name: &str, text: &str) {
        let path = at(name);
        if blessing() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, text).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        if committed != text {
            let difference = TextDiff::from_lines(committed.as_str(), text);
            self.differences += &difference.unified_diff().context_radius(2).header(name, "as it is now").to_string();
        }
    }

    /// Fails where anything differs, and says what to do. `tests` names the tests that write the files.
    #[track_caller]
    pub(crate) fn finish(self, tests: &str) {
        assert!(
            self.differences.is_empty(),
            "{}\nIf that is meant: CODESENT_BLESS=1 cargo test {tests}, and look at `git diff` before committing.",
            self.differences
        );
    }
}

#[test]
fn a_difference_is_shown_and_the_way_to_bless_it_is_told() {
    if blessing() {
        return;
    }
    let mut goldens = Goldens::default();
    goldens.compare("tests/codesent/none-such.txt", "one\n");
    let said = std::panic::catch_unwind(|| goldens.finish("worlds")).unwrap_err();
    let said = said.downcast_ref::<String>().unwrap();
    assert!(said.contains("+one") && said.contains("CODESENT_BLESS=1 cargo test worlds"), "{said}");
}
