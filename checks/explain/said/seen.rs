//! What people really typed and Apple really prints, as others wrote it down: one table a round, each written before it was run.

use super::Said;

/// A table, and how much of it was right at its first run.
pub(super) struct Table {
    pub(super) name: &'static str,
    text: &'static str,
}

pub(super) const ALL: &[Table] = &[
    Table { name: "seen_1", text: include_str!("seen_1.tsv") },
    Table { name: "seen_2", text: include_str!("seen_2.tsv") },
    Table { name: "seen_3", text: include_str!("seen_3.tsv") },
    Table { name: "seen_4", text: include_str!("seen_4.tsv") },
];

impl Table {
    /// Wanted, text, and where it was read, with a tab between them; a line that begins with `#` is about the table.
    pub(super) fn rows(&self) -> Vec<Said> {
        let lines = self.text.lines().filter(|line| !line.starts_with('#'));
        let row = |line: &'static str| {
            let mut fields = line.split('\t');
            let row = (fields.next(), fields.next(), fields.next(), fields.next());
            let (Some(want), Some(text), Some(_), None) = row else {
                panic!("{}: not three fields: {line}", self.name)
            };
            (text, want)
        };
        lines.map(row).collect()
    }
}
