//! `pmset -g custom`: the power settings.
//!
//! Shape: PowerManagement's `pmset.m` (macOS 26). A section for each source of power (`Battery Power:`, `AC Power:`), rows
//! with a blank before the key. Not every Mac stores every key, and nothing is printed where none is stored: a key that is
//! missing says nothing.

/// The settings that have to do with pushes.
const KEYS: &[&str] = &["tcpkeepalive", "powernap", "womp"];

/// One source of power, and what is set for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// `Battery Power`, `AC Power`, `UPS Power`.
    pub source: String,
    /// `tcpkeepalive`: whether connections are kept while the Mac sleeps.
    pub keeps_connections: Option<bool>,
    /// `powernap`: whether it wakes by itself to look for news.
    pub wakes_for_news: Option<bool>,
}

/// Whether a line may be seen at all.
pub fn is_worth_keeping(line: &str) -> bool {
    source(line).is_some() || row(line).is_some_and(|(key, _)| KEYS.contains(&key))
}

/// Reads the sections.
pub fn sections(text: &str) -> Vec<Section> {
    let mut list: Vec<Section> = Vec::new();
    for line in text.lines() {
        if let Some(source) = source(line) {
            list.push(Section { source: source.into(), keeps_connections: None, wakes_for_news: None });
        } else if let (Some(section), Some((key, value))) = (list.last_mut(), row(line)) {
            let on = match value {
                "0" => Some(false),
                "1" => Some(true),
                _ => None,
            };
            match key {
                "tcpkeepalive" => section.keeps_connections = on,
                "powernap" => section.wakes_for_news = on,
                _ => {}
            }
        }
    }
    list
}

/// `Battery Power:`
fn source(line: &str) -> Option<&str> {
    let name = line.trim_end().strip_suffix(':')?;
    (!line.starts_with([' ', '\t']) && name.ends_with("Power")).then_some(name)
}

/// ` tcpkeepalive         1`
fn row(line: &str) -> Option<(&str, &str)> {
    let mut words = line.strip_prefix(' ')?.split_whitespace();
    Some((words.next()?, words.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Battery Power:\n lowpowermode         1\n powernap             0\n tcpkeepalive         0\n womp                 0\n\
                        AC Power:\n sleep                1 (sleep prevented by powerd)\n tcpkeepalive         1\n";

    #[test]
    fn each_source_has_its_own_settings() {
        let list = sections(TEXT);
        assert_eq!(list[0].source, "Battery Power");
        assert_eq!((list[0].keeps_connections, list[0].wakes_for_news), (Some(false), Some(false)));
        assert_eq!((list[1].keeps_connections, list[1].wakes_for_news), (Some(true), None));
        let kept: Vec<&str> = TEXT.lines().filter(|line| is_worth_keeping(line)).collect();
        assert_eq!((kept.len(), sections(&kept.join("\n"))), (6, list));
        assert!(sections("").is_empty() && sections("what\n").is_empty());
    }
}
