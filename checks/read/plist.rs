//! Property lists, read within limits and reduced to the keys that may be seen.
//!
//! A 135-byte binary plist can ask for a gigabyte and a deeply nested one can end the process, so the events are counted
//! while the tree is built, without recursion.

use crate::keep::Keys;
use crate::{Domain, Miss};
use plist::stream::{Event, Reader};
use serde_json::{Map, Value};
use std::io::Cursor;

/// The largest file that is read at all, in bytes. The real ones are a few hundred kilobytes at most.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;
/// How deep containers may nest.
pub const MAX_DEPTH: usize = 64;
/// How many values a file may hold.
pub const MAX_EVENTS: usize = 200_000;
/// How many bytes of text and data a file may hold once references are followed.
pub const MAX_PAYLOAD: usize = 8 * 1024 * 1024;

/// What stands for a value that is there but may not be seen.
pub const PRESENT: &str = "(present)";

fn unreadable(what: impl Into<String>) -> Miss {
    Miss::Unreadable(what.into())
}

/// Reads a preference file and keeps only the keys the domain lists.
pub fn reduce(domain: &Domain, bytes: &[u8]) -> Result<Value, Miss> {
    if bytes.is_empty() {
        // macOS may also hand out an empty file instead of refusing, so this is not "nothing is set".
        return Err(unreadable("the file is empty"));
    }
    match domain.keep {
        Keys::Decoded(decode) => decode(bytes),
        Keys::At(paths) => Ok(keep(&tree(bytes)?, paths)),
    }
}

/// Reads an XML or binary property list. Dates become seconds since 1970, data becomes `{"data": "<hexadecimal>"}`.
pub fn tree(bytes: &[u8]) -> Result<Value, Miss> {
    if bytes.len() > MAX_BYTES {
        return Err(unreadable("the file is too large"));
    }
    // The old text format is not used for preferences; its parser recurses, and free text looks like it.
    let start = bytes.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(0);
    let head = bytes[start..].strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes[start..]);
    if !bytes.starts_with(b"bplist00") && !head.starts_with(b"<") {
        return Err(unreadable("the file is not a property list"));
    }
    build(Reader::new(Cursor::new(bytes)))
}

enum Open {
    Array(Vec<Value>),
    Dictionary(Map<String, Value>, Option<String>),
}

fn build(events: impl Iterator<Item = Result<plist::stream::OwnedEvent, plist::Error>>) -> Result<Value, Miss> {
    let mut stack: Vec<Open> = Vec::new();
    let mut root = None;
    let mut payload = 0_usize;
    let mut announced = 0_u64;
    for (count, event) in events.enumerate() {
        let event = event.map_err(|_| unreadable("the file is damaged or not a property list"))?;
        if count > MAX_EVENTS {
            return Err(unreadable("the file holds too many values"));
        }
        if root.is_some() {
            return Err(unreadable("the file goes on after its end"));
        }
        if matches!(stack.last(), Some(Open::Dictionary(_, None)))
            && !matches!(event, Event::String(_) | Event::EndCollection)
        {
            return Err(unreadable("the file is damaged"));
        }
        // A container's references are loaded before its first value, and containers may overlap in the file: counting
        // what they announce keeps a nest of them from filling the memory.
        if let Event::StartArray(Some(length)) | Event::StartDictionary(Some(length)) = event {
            announced = announced.saturating_add(length);
            if announced > MAX_EVENTS as u64 {
                return Err(unreadable("the file holds too many values"));
            }
        }
        let done = match event {
            Event::StartArray(_) => {
                stack.push(Open::Array(Vec::new()));
                None
            }
            Event::StartDictionary(_) => {
                stack.push(Open::Dictionary(Map::new(), None));
                None
            }
            Event::EndCollection => match stack.pop() {
                Some(Open::Array(items)) => Some(Value::Array(items)),
                Some(Open::Dictionary(map, None)) => Some(Value::Object(map)),
                _ => return Err(unreadable("the file is damaged")),
            },
            Event::String(text) => {
                payload += text.len();
                match stack.last_mut() {
                    Some(Open::Dictionary(_, key @ None)) => {
                        *key = Some(text.into_owned());
                        None
                    }
                    _ => Some(Value::String(text.into_owned())),
                }
            }
            Event::Boolean(value) => Some(Value::Bool(value)),
            Event::Integer(value) => Some(match (value.as_signed(), value.as_unsigned()) {
                (Some(number), _) => number.into(),
                (None, Some(number)) => number.into(),
                (None, None) => Value::Null,
            }),
            Event::Real(value) => Some(value.into()),
            Event::Date(date) => Some(seconds(date).into()),
            Event::Data(data) => {
                payload += data.len();
                if payload > MAX_PAYLOAD {
                    return Err(unreadable("the file is too large once unpacked"));
                }
                Some(Value::Object(Map::from_iter([("data".into(), hexadecimal(&data).into())])))
            }
            Event::Uid(uid) => Some(uid.get().into()),
            _ => return Err(unreadable("the file holds a value of an unknown kind")),
        };
        if payload > MAX_PAYLOAD {
            return Err(unreadable("the file is too large once unpacked"));
        }
        if stack.len() > MAX_DEPTH {
            return Err(unreadable("the file nests too deeply"));
        }
        if let Some(value) = done {
            match stack.last_mut() {
                None => root = Some(value),
                Some(Open::Array(items)) => items.push(value),
                Some(Open::Dictionary(map, key)) => match key.take() {
                    Some(key) => {
                        map.insert(key, value);
                    }
                    None => return Err(unreadable("the file is damaged")),
                },
            }
        }
    }
    root.ok_or_else(|| unreadable("the file is damaged"))
}

/// Seconds since 1970 of a plist date.
fn seconds(date: plist::Date) -> i64 {
    let time: std::time::SystemTime = date.into();
    match time.duration_since(std::time::UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_secs()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_secs()).map_or(i64::MIN, |seconds| -seconds),
    }
}

/// Lower-case hexadecimal of bytes.
pub fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The bytes of a data value in a tree, none when it is something else.
pub fn data(value: &Value) -> Option<Vec<u8>> {
    let text = value.get("data")?.as_str()?;
    (0..text.len() / 2).map(|at| u8::from_str_radix(text.get(at * 2..at * 2 + 2)?, 16).ok()).collect()
}

/// Keeps of `tree` only what `paths` list; see [`Keys::At`].
pub fn keep(tree: &Value, paths: &[&str]) -> Value {
    let paths: Vec<Vec<&str>> = paths.iter().map(|path| split(path)).collect();
    let borrowed: Vec<&[&str]> = paths.iter().map(Vec::as_slice).collect();
    select(tree, &borrowed)
}

/// `Accounts[].Services[].Name?` as `["Accounts", "[]", "Services", "[]", "Name", "?"]`. A key with a dot in it cannot be
/// written with dots, so a path may use `/` instead; one that is a single key starts with it.
fn split(path: &str) -> Vec<&str> {
    let separator = if path.contains('/') { '/' } else { '.' };
    let mut parts = Vec::new();
    for mut part in path.split(separator) {
        let ending = ["?", "#"].into_iter().find(|ending| part.ends_with(ending));
        part = part.trim_end_matches(['?', '#']);
        let mut arrays = 0;
        while let Some(inner) = part.strip_suffix("[]") {
            part = inner;
            arrays += 1;
        }
        if !part.is_empty() {
            parts.push(part);
        }
        parts.extend(std::iter::repeat_n("[]", arrays));
        parts.extend(ending);
    }
    parts
}

/// The part of `tree` that the rests of the paths select. Containers are kept in shape; of a scalar only a path that ends
/// exactly there keeps the value.
fn select(tree: &Value, paths: &[&[&str]]) -> Value {
    let below = |step: &str| -> Vec<&[&str]> {
        paths.iter().filter(|path| path.first() == Some(&step)).map(|path| &path[1..]).collect()
    };
    let wanted = |rest: &[&[&str]], value: &Value| -> Option<Value> {
        if rest.is_empty() {
            return None;
        }
        if rest.iter().all(|path| path.first() == Some(&"?")) {
            return Some(PRESENT.into());
        }
        match value {
            Value::Array(_) | Value::Object(_) => Some(select(value, rest)),
            scalar => {
                let plain = scalar.is_boolean() || scalar.is_number();
                let kept = rest.iter().any(|path| path.is_empty() || plain && *path == ["#"]);
                kept.then(|| scalar.clone())
            }
        }
    };
    match tree {
        Value::Array(items) => {
            let rest = below("[]");
            Value::Array(items.iter().filter_map(|item| wanted(&rest, item)).collect())
        }
        Value::Object(map) => {
            let mut kept = Map::new();
            let mut hidden = 0;
            for (key, value) in map {
                let named = below(key);
                if let Some(value) = wanted(&named, value) {
                    kept.insert(key.clone(), value);
                } else if let Some(value) = wanted(&below("*"), value) {
                    // The keys under `*` are account identifiers: they are numbered, not kept.
                    hidden += 1;
                    kept.insert(format!("#{hidden}"), value);
                }
            }
            Value::Object(kept)
        }
        _ => Value::Null,
    }
}

#[cfg(test)]
mod tests;
