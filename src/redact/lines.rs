//! A text, line by line.

/// The text with every line changed, its line ends as they were.
pub(super) fn lines(text: &str, mut change: impl FnMut(&str) -> String) -> String {
    text.split_inclusive('\n')
        .map(|line| match line.strip_suffix('\n') {
            Some(line) => change(line) + "\n",
            None => change(line),
        })
        .collect()
}
