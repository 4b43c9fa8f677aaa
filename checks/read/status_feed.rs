//! Apple's system status feed.
//!
//! Undocumented; its shapes are those that public programs have stored from 2017 to 2026: plain JSON (services for
//! everybody) or JSON in `jsonCallback(…);` (services for developers), perhaps behind a byte order mark; any field may be
//! missing, and words that nobody has seen yet are no error.

use crate::Miss;
use serde_json::Value;

/// The feed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feed {
    /// Every service that is named.
    pub services: Vec<Service>,
    /// A notice above all services.
    pub banner: Option<String>,
}

/// One service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Its name, unescaped.
    pub name: String,
    /// What happens or happened to it.
    pub events: Vec<Event>,
}

/// How bad an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// `Available`: nothing.
    None,
    /// `Maintenance`.
    Maintenance,
    /// `Issue`, `Performance`, and words nobody has seen yet.
    Issue,
    /// `Outage`.
    Outage,
}

/// Whether an event is going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// `ongoing`.
    Now,
    /// `upcoming`.
    Later,
    /// `resolved`, `completed`.
    Over,
    /// A word nobody has seen yet, or none.
    Unclear,
}

/// Something that happens to a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// How bad it is.
    pub severity: Severity,
    /// Apple's word for it.
    pub word: String,
    /// Whether it is going on.
    pub when: When,
    /// Whom it concerns, in Apple's words.
    pub users: String,
    /// What it is, in Apple's words.
    pub message: String,
    /// Milliseconds since 1970.
    pub started: Option<i64>,
    /// Milliseconds since 1970.
    pub ended: Option<i64>,
}

/// Reads the feed.
pub fn read(text: &str) -> Result<Feed, Miss> {
    let unreadable = |what: &str| Miss::Unreadable(format!("Apple\u{2019}s status page {what}"));
    let json = unwrap(text).ok_or_else(|| unreadable("is not JSON"))?;
    let tree: Value = serde_json::from_str(json).map_err(|_| unreadable("is not JSON"))?;
    let list = match &tree {
        Value::Array(list) => list.as_slice(),
        Value::Object(top) => match top.get("services") {
            Some(Value::Array(list)) => list.as_slice(),
            Some(_) => &[],
            // One service, or one event with the services it concerns.
            None => std::slice::from_ref(&tree),
        },
        _ => &[],
    };
    let services: Vec<Service> = list.iter().flat_map(services_of).collect();
    if services.is_empty() {
        return Err(unreadable("names no service"));
    }
    let banner = tree.get("drMessage").and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty());
    Ok(Feed { services, banner: banner.map(unescape) })
}

/// The JSON inside: behind a byte order mark, and perhaps in a call.
fn unwrap(text: &str) -> Option<&str> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.starts_with(['{', '[']) {
        return Some(text);
    }
    let call = text.strip_prefix("jsonCallback")?.trim_start().strip_prefix('(')?;
    call.trim_end_matches(|letter: char| letter == ';' || letter.is_whitespace()).strip_suffix(')').map(str::trim)
}

fn services_of(tree: &Value) -> Vec<Service> {
    let events = |value: Option<&Value>| -> Vec<Event> {
        value.and_then(Value::as_array).into_iter().flatten().filter(|one| one.is_object()).map(event).collect()
    };
    if let Some(name) = tree.get("serviceName").and_then(Value::as_str) {
        return vec![Service { name: unescape(name), events: events(tree.get("events")) }];
    }
    if tree.get("eventStatus").is_none() {
        return Vec::new();
    }
    let affected = tree.get("affectedServices").and_then(Value::as_array).into_iter().flatten();
    let names = affected.filter_map(Value::as_str);
    names.map(|name| Service { name: unescape(name), events: vec![event(tree)] }).collect()
}

fn event(tree: &Value) -> Event {
    let text = |key: &str| unescape(tree.get(key).and_then(Value::as_str).unwrap_or_default());
    let word = text("statusType");
    let severity = match word.to_ascii_lowercase().as_str() {
        "outage" => Severity::Outage,
        "maintenance" => Severity::Maintenance,
        "available" => Severity::None,
        _ => Severity::Issue,
    };
    let when = match text("eventStatus").to_ascii_lowercase().as_str() {
        "ongoing" => When::Now,
        "upcoming" => When::Later,
        "resolved" | "completed" => When::Over,
        _ => When::Unclear,
    };
    Event {
        severity,
        word,
        when,
        users: text("usersAffected"),
        message: text("message"),
        started: moment(tree.get("epochStartDate")),
        ended: moment(tree.get("epochEndDate")),
    }
}

/// Milliseconds since 1970, or, in copies that programs have made, seconds since 2001.
fn moment(value: Option<&Value>) -> Option<i64> {
    let number = value?.as_f64().filter(|number| (0.0..1e14).contains(number))?;
    let millis = if number < 1e11 { number * 1000.0 + 978_307_200_000.0 } else { number };
    #[expect(clippy::cast_possible_truncation, reason = "it is below 1e15")]
    Some(millis as i64)
}

/// Copies from archives escape names.
fn unescape(text: &str) -> String {
    let text = text.replace("&nbsp;", " ").replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Feed {
    /// The service by one of its names. Apple renames services; none may mean that it did so again.
    pub fn service(&self, names: &[&str]) -> Option<&Service> {
        names.iter().find_map(|name| self.services.iter().find(|service| service.name.eq_ignore_ascii_case(name)))
    }
}

impl Service {
    /// The worst thing that is going on.
    pub fn worst(&self) -> Option<&Event> {
        let now = self.events.iter().filter(|event| event.when == When::Now && event.severity > Severity::None);
        now.max_by_key(|event| event.severity)
    }

    /// What ended, or began, last among what is over.
    pub fn last_over(&self) -> Option<&Event> {
        let over = self.events.iter().filter(|event| event.when == When::Over);
        over.max_by_key(|event| event.ended.or(event.started))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ONE: &str = r#"{"drMessage": null, "services": [{"serviceName": "iCloud Account &amp; Sign In ",
        "redirectUrl": null, "events": [
            {"statusType": "Performance", "eventStatus": "ongoing", "epochStartDate": 1750790160000, "epochEndDate": null},
            {"statusType": "Outage", "eventStatus": "ongoing", "usersAffected": "Some users are affected"},
            {"statusType": "Outage", "eventStatus": "resolved"},
            {"statusType": "Meltdown", "eventStatus": "pending"}]}]}"#;

    #[test]
    fn plain_wrapped_and_marked_feeds_read_the_same() {
        let plain = read(ONE).unwrap();
        assert_eq!(read(&format!("\u{feff}jsonCallback({ONE});\n")), Ok(plain.clone()));
        assert_eq!(read(&format!("jsonCallback ( {ONE} )")), Ok(plain.clone()));
        let service = plain.service(&["Apple ID", "icloud account & sign in"]).unwrap();
        assert_eq!(service.worst().unwrap().severity, Severity::Outage);
        assert_eq!(service.events[3].when, When::Unclear);
        assert_eq!(plain.service(&["iMessage"]), None);
    }

    #[test]
    fn what_is_no_feed_is_unreadable() {
        for text in
            ["", "<html>Sorry</html>", "{}", "[]", "{\"services\": []}", "otherCallback({})", "null", "{\"services\""]
        {
            assert!(matches!(read(text), Err(Miss::Unreadable(_))), "{text}");
        }
    }

    #[test]
    fn fields_of_the_wrong_kind_are_passed_over() {
        let odd = r#"{"drMessage": " Down ", "services": [1, {"serviceName": 5}, {"serviceName": "A", "events": {}},
            {"serviceName": "B", "events": [null, {"epochStartDate": "x", "epochEndDate": -1}]}]}"#;
        let feed = read(odd).unwrap();
        assert_eq!(feed.banner.as_deref(), Some("Down"));
        assert_eq!(feed.services.iter().map(|one| one.events.len()).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(feed.services[1].events[0].started, None);
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in "(\u{feff})?(jsonCallback\\()?[ -~]{0,200}") {
            let _ = read(&text);
        }
    }
}
