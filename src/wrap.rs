//! Text in lines of a width. A name of a host is never broken at its hyphens, so that it survives copying.

use std::borrow::Cow;
use textwrap::{Options, WordSplitter};

/// Lines of at most `width` columns: the first after `first`, the others after `rest`. A link or a command that is longer
/// stays whole and sticks out.
pub(crate) fn lines(text: &str, width: usize, first: &str, rest: &str) -> Vec<String> {
    let options = Options::new(width).initial_indent(first).subsequent_indent(rest).break_words(false);
    wrapped(text, options)
}

/// The same as one text.
pub(crate) fn filled(text: &str, width: usize, first: &str, rest: &str) -> String {
    lines(text, width, first, rest).join("\n")
}

/// Lines that are never wider than `width`, for columns: what is longer is broken.
pub(crate) fn column(text: &str, width: usize) -> Vec<String> {
    wrapped(text, Options::new(width))
}

fn wrapped(text: &str, options: Options) -> Vec<String> {
    let options = options.word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(Cow::into_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_and_hosts_stay_whole_but_in_a_column() {
        let text = "see 1-courier.push.apple.com and more";
        assert_eq!(lines(text, 12, "- ", "  "), ["- see", "  1-courier.push.apple.com", "  and more"]);
        assert_eq!(filled("one two", 5, "", " "), "one\n two");
        assert!(column(text, 12).iter().all(|line| line.len() <= 12));
        assert_eq!(column(text, 30), ["see 1-courier.push.apple.com", "and more"]);
    }
}
