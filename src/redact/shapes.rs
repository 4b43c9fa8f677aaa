//! Whether a text can hold a value of some form at all, told by its bytes. Patterns are slow, and Apple's status feed is one
//! line of 80 kilobytes that is looked through while somebody waits. Each of these may say yes too often and never no: then
//! its pattern would have found nothing.

/// What devices of Apple's are called begins so; `iMac` ends so.
const STEMS: [&[u8]; 4] = [b"iP", b"Mac", b"Apple ", b"AirPods"];
/// What stands between a device and its owner, `iPhone von Maria`.
const LINKS: [&[u8]; 14] = [
    b" von ",
    b" vom ",
    b" de ",
    b" del ",
    b" della ",
    b" di ",
    b" da ",
    b" do ",
    b" dos ",
    b" van ",
    b" af ",
    b" av ",
    b" d'",
    " d\u{2019}".as_bytes(),
];
/// A device and a link are shorter.
const LONGEST: usize = 32;

/// In which ways devices in a text may be called after somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Owners {
    /// `Maria's iPhone`.
    pub(super) apostrophe: bool,
    /// `iPhone von Maria`.
    pub(super) link: bool,
    /// `Marias iPhone`.
    pub(super) genitive: bool,
}

/// How devices in the text may be called.
pub(super) fn owners(text: &str) -> Owners {
    let (text, mut found) = (text.as_bytes(), Owners::default());
    for (at, _) in text.iter().enumerate().filter(|(_, byte)| b"iMA".contains(byte)) {
        let rest = &text[at..];
        if !STEMS.iter().any(|stem| rest.starts_with(stem)) {
            continue;
        }
        let before = &text[..at];
        let before = before.strip_suffix(b"i").unwrap_or(before);
        if let Some(before) = before.strip_suffix(b" ") {
            let name = before.strip_suffix(b"s").unwrap_or(before);
            found.apostrophe |= name.ends_with(b"'") || name.ends_with("\u{2019}".as_bytes());
            found.genitive |= before.ends_with(b"s");
        }
        let near = &rest[..rest.len().min(LONGEST)];
        found.link |= LINKS.iter().any(|link| near.windows(link.len()).any(|part| part == *link));
    }
    found
}

/// A number as it is dialled from abroad, or one of North America: `+4915123456789`, `555-2671`.
pub(super) fn phone(text: &str) -> bool {
    let text = text.as_bytes();
    text.windows(2).any(|two| two[0] == b'+' && (b'1'..=b'9').contains(&two[1]))
        || text
            .windows(8)
            .any(|eight| eight[3] == b'-' && (0..8).filter(|at| *at != 3).all(|at| eight[at].is_ascii_digit()))
}

/// A number as it is dialled at home: a word that begins with one zero, and goes on.
pub(super) fn home_phone(text: &str) -> bool {
    let text = text.as_bytes();
    text.windows(3).enumerate().any(|(at, three)| {
        let begins = at == 0 || !(text[at - 1].is_ascii_alphanumeric() || text[at - 1] == b'_');
        begins
            && three[0] == b'0'
            && (b'1'..=b'9').contains(&three[1])
            && (three[2].is_ascii_digit() || b" .".contains(&three[2]))
    })
}

/// Four numbers that one kind of mark divides, as in the name of somebody's line.
pub(super) fn line(text: &str) -> bool {
    let text = text.as_bytes();
    let divides = |three: &&[u8]| three[0].is_ascii_digit() && b".-".contains(&three[1]) && three[2].is_ascii_digit();
    text.windows(3).filter(divides).nth(2).is_some()
}

/// A hardware address without marks in it, behind what says so: `mac="3c22fb010203"`.
pub(super) fn bare_hardware(text: &str) -> bool {
    let text = text.as_bytes();
    text.windows(3).enumerate().any(|(at, three)| {
        // `mac`, `macaddr` or `macaddress`, and a quotation mark.
        let near = &text[at..text.len().min(at + 12)];
        three.eq_ignore_ascii_case(b"mac") && near.iter().any(|byte| b"=:".contains(byte))
    })
}

/// The length of the longest run of letters and digits.
pub(super) fn longest_run(text: &str) -> usize {
    text.split(|letter: char| !letter.is_ascii_alphanumeric()).map(str::len).max().unwrap_or(0)
}
