//! What `sqlite3 -ascii` prints. Its JSON mode is missing before macOS 12.

use codesent_checks::{Miss, Rows};
use serde_json::Value;

/// Separators of a column and of a row.
const COLUMN: char = '\u{1f}';
const ROW: char = '\u{1e}';

/// Rows of text: what a column means is for the one who asks.
pub(super) fn parse(text: &str) -> Result<Rows, Miss> {
    let mut lines = text.split(ROW).filter(|line| !line.is_empty());
    let Some(names) = lines.next() else { return Ok(Rows::new()) };
    let names: Vec<&str> = names.split(COLUMN).collect();
    lines
        .map(|line| {
            let values: Vec<&str> = line.split(COLUMN).collect();
            if values.len() != names.len() {
                return Err(Miss::Unreadable("the database is of another form".into()));
            }
            Ok(names.iter().zip(values).map(|(name, value)| ((*name).to_owned(), Value::from(value))).collect())
        })
        .collect()
}
