//! What a child says: a letter, how many bytes follow, and these.

use std::io::{self, Write};

/// The letter and the length.
const HEAD: usize = 5;
/// The longest that is believed.
const LONGEST: usize = 1024 * 1024;

/// One thing that a child says.
#[derive(Debug)]
pub(super) enum Frame {
    /// What is read is no file.
    Pipe,
    /// Some of what is there.
    Data(Vec<u8>),
    /// What the path of this number leads to.
    Place(usize, Vec<u8>),
    /// It cannot be done.
    Failed(io::Error),
    /// All is done.
    Done,
}

impl Frame {
    /// Says it.
    pub(super) fn say(&self, to: &mut impl Write) -> io::Result<()> {
        let (letter, bytes) = match self {
            Self::Pipe => (b'p', Vec::new()),
            Self::Data(bytes) => (b'd', bytes.clone()),
            Self::Place(at, path) => {
                (b'l', [&u32::try_from(*at).unwrap_or(u32::MAX).to_le_bytes(), &path[..]].concat())
            }
            Self::Failed(error) => (b'e', said(error)),
            Self::Done => (b'z', Vec::new()),
        };
        let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_le_bytes();
        to.write_all(&[&[letter], &length[..], &bytes].concat())?;
        to.flush()
    }

    /// Takes the first whole one off what came; none where it is not all there.
    pub(super) fn first(come: &mut Vec<u8>) -> Option<io::Result<Self>> {
        let odd = || io::Error::other("what was to do it says something else");
        let head = come.get(..HEAD)?;
        let length = usize::try_from(u32::from_le_bytes(head[1..].try_into().ok()?)).ok()?;
        if length > LONGEST {
            return Some(Err(odd()));
        }
        let bytes = come.get(HEAD..HEAD + length)?.to_vec();
        let letter = head[0];
        come.drain(..HEAD + length);
        let frame = match letter {
            b'p' => Some(Self::Pipe),
            b'd' => Some(Self::Data(bytes)),
            b'l' => place(&bytes),
            b'e' => Some(Self::Failed(read(&bytes))),
            b'z' => Some(Self::Done),
            _ => None,
        };
        Some(frame.ok_or_else(odd))
    }
}

fn place(bytes: &[u8]) -> Option<Frame> {
    let (at, path) = bytes.split_first_chunk::<4>()?;
    Some(Frame::Place(usize::try_from(u32::from_le_bytes(*at)).ok()?, path.to_vec()))
}

/// The system's number of an error, or 0 and its words.
fn said(error: &io::Error) -> Vec<u8> {
    let number = error.raw_os_error().unwrap_or(0);
    [&number.to_le_bytes()[..], error.to_string().as_bytes()].concat()
}

fn read(bytes: &[u8]) -> io::Error {
    match bytes.split_first_chunk::<4>() {
        Some((number, words)) => match i32::from_le_bytes(*number) {
            0 => io::Error::other(String::from_utf8_lossy(words).into_owned()),
            number => io::Error::from_raw_os_error(number),
        },
        None => io::Error::other("unknown"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_in_pieces_is_read_whole() {
        let mut said = Vec::new();
        for frame in [
            Frame::Pipe,
            Frame::Data(vec![0, 10, 255]),
            Frame::Place(3, b"/x\xff".to_vec()),
            Frame::Failed(io::Error::from_raw_os_error(2)),
            Frame::Failed(io::Error::other("words")),
            Frame::Done,
        ] {
            frame.say(&mut said).unwrap();
        }
        let (mut come, mut seen) = (Vec::new(), Vec::new());
        for byte in said {
            come.push(byte);
            seen.extend(Frame::first(&mut come).map(|frame| format!("{:?}", frame.unwrap())));
        }
        let missing = io::Error::from_raw_os_error(2);
        let place = "Place(3, [47, 120, 255])";
        assert_eq!(
            seen,
            [
                "Pipe",
                "Data([0, 10, 255])",
                place,
                &format!("Failed({missing:?})"),
                r#"Failed(Custom { kind: Other, error: "words" })"#,
                "Done"
            ]
        );
        assert!(come.is_empty());
    }

    #[test]
    fn what_is_no_frame_is_none() {
        for odd in [b"x\0\0\0\0".as_slice(), b"d\xff\xff\xff\xff", b"l\x01\0\0\0a"] {
            assert!(matches!(Frame::first(&mut odd.to_vec()), Some(Err(_))), "{odd:?}");
        }
        assert!(Frame::first(&mut b"d\x05\0\0\0abc".to_vec()).is_none());
    }
}
