//! What is kept of what a Mac tells. Whoever asks for something says it there and then; the rest is dropped before
//! anybody sees it. There is no default: whoever keeps all of a text says why nothing in it is anybody's business.

use crate::facts::{CommandOutput, TextFile};
use crate::{Miss, Rows};
use serde_json::Value;

/// What may be seen of the lines of a text.
#[derive(Clone, Copy, Debug)]
pub enum Lines {
    /// All of them. Why nobody is harmed by that.
    All(&'static str),
    /// What this makes of each; none: the line goes.
    Of(fn(&str) -> Option<String>),
    /// The same, but an empty line stays where one was dropped, so that the others can be told by their number.
    InPlace(fn(&str) -> Option<String>),
    /// What this makes of the whole text, where a line alone does not tell.
    Whole(fn(&str) -> String),
}

impl Lines {
    /// What is kept of a text.
    pub fn of(self, text: &str) -> String {
        match self {
            Self::All(_) => text.to_owned(),
            Self::Whole(keep) => keep(text),
            Self::Of(keep) => lines(text).filter_map(keep).flat_map(|line| [line, "\n".into()]).collect(),
            Self::InPlace(keep) => {
                let mut kept = String::new();
                let mut end = 0;
                for line in lines(text.trim_start_matches('\u{feff}')) {
                    let line = keep(line).unwrap_or_default();
                    kept.push_str(&line);
                    kept.push('\n');
                    if !line.is_empty() {
                        end = kept.len();
                    }
                }
                // What follows the last line that is kept has nothing to count.
                kept.truncate(end);
                kept
            }
        }
    }
}

/// The lines, whatever ends them: what is kept of what was kept is the same.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(|line| line.trim_end_matches('\r'))
}

/// Makes a tree from the raw bytes of a file.
pub type Decode = fn(&[u8]) -> Result<Value, Miss>;

/// What may be seen of a preference file.
#[derive(Clone, Copy)]
pub enum Keys {
    /// The values at these paths: `Accounts[].Services[].Name`. `[]` goes through an array, `*` through any key of a
    /// dictionary. A path that ends in `?` keeps only that the key is there, never its value; one that ends in `#` keeps
    /// the value only if it is a number, a date or a truth value.
    At(&'static [&'static str]),
    /// What this makes of the raw bytes, for files that hold another file inside.
    Decoded(Decode),
}

impl Keys {
    /// The paths; none where the file is decoded.
    pub const fn paths(&self) -> &'static [&'static str] {
        match self {
            Self::At(paths) => paths,
            Self::Decoded(_) => &[],
        }
    }
}

impl crate::Command {
    /// What may be seen of what it printed.
    pub fn kept(&self, output: CommandOutput) -> CommandOutput {
        // What is told as a whole is told in words of ours, so a complaint beside it may hold anything.
        let stderr = if matches!(self.keep, Lines::Whole(_)) { String::new() } else { output.stderr };
        CommandOutput { stdout: self.keep.of(&output.stdout), stderr, ..output }
    }
}

impl crate::File {
    /// What may be seen of what it holds; `cut` where it was not read to its end.
    pub fn kept(&self, text: &str, cut: bool) -> TextFile {
        TextFile { text: self.keep.of(text), cut }
    }
}

impl crate::Folder {
    /// What may be seen of the names in it, sorted.
    pub fn kept(&self, mut names: Vec<String>) -> Vec<String> {
        names.retain(|name| (self.keep)(name));
        names.sort();
        names
    }
}

impl crate::Database {
    /// What may be seen of the rows of its query.
    pub fn kept(&self, rows: Rows) -> Rows {
        (self.keep)(rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_dropped_or_emptied() {
        let keep = |line: &str| line.contains('x').then(|| line.replace("secret", ""));
        let text = "\u{feff}a\nx secret\n\nb\nx\nc\n";
        assert_eq!(Lines::Of(keep).of(text), "x \nx\n");
        assert_eq!(Lines::InPlace(keep).of(text), "\nx \n\n\nx\n");
        assert_eq!(Lines::InPlace(keep).of("a\nb\n"), "");
        assert_eq!(Lines::Of(keep).of("x\r\r\n"), "x\n");
        assert_eq!(Lines::All("nothing in it is anybody's").of(text), text);
    }
}
