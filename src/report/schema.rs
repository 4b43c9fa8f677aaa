//! The JSON Schema of the report, for validators: made from the types in [`json`](super::json), with the words that the
//! fields can have.

use super::json::Document;
use anyhow::Result;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};

/// The JSON Schema of the report, with a line feed at its end.
pub(crate) fn schema() -> Result<String> {
    schema_of::<Document<'static>>()
}

/// The JSON Schema of a document, with a line feed at its end.
pub(crate) fn schema_of<T: JsonSchema>() -> Result<String> {
    // Strict validators know no format `uint64`, and `type` and `minimum` say the same.
    let mut plain = RecursiveTransform(|schema: &mut Schema| {
        if schema.get("format").is_some_and(|format| format != "date-time") {
            schema.remove("format");
        }
    });
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    plain.transform(&mut schema);
    Ok(serde_json::to_string_pretty(&schema)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::super::words::{CERTAINTIES, ID, OUTLOOKS, RISKS, STATUSES};
    use super::*;
    use codesent_checks::diagnosis::Outlook;
    use codesent_checks::{Certainty, Risk, Status};
    use serde_json::Value;

    #[test]
    fn the_schema_lists_the_words_there_are() {
        let statuses = [Status::Pass, Status::Info, Status::Warn, Status::Fail, Status::Skip, Status::Unknown];
        assert_eq!(STATUSES, statuses.map(Status::word));
        let outlooks = [Outlook::Can, Outlook::MightNot, Outlook::Cannot, Outlook::CannotTell];
        assert_eq!(OUTLOOKS, outlooks.map(Outlook::word));
        let kinds: [fn(&'static str) -> Certainty; 4] =
            [Certainty::Documented, Certainty::Reported, Certainty::Plausible, Certainty::Context];
        assert_eq!(CERTAINTIES, kinds.map(|kind| kind("").word()));
        let risks = [Risk::Safe, Risk::Administrator, Risk::LosesSettings, Risk::LocksOut];
        assert_eq!(RISKS, risks.map(Risk::word));
    }

    #[test]
    fn every_property_is_described_and_every_format_is_one_that_validators_know() {
        fn walk(schema: &Value, path: &str, seen: &mut usize) {
            let properties = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
            for (name, property) in properties {
                *seen += 1;
                assert!(property["description"].as_str().is_some_and(|text| text.len() > 5), "{path}.{name}");
                assert!(property.get("format").is_none_or(|format| format == "date-time"), "{path}.{name}");
            }
            for (name, inner) in schema.get("$defs").and_then(Value::as_object).into_iter().flatten() {
                assert!(inner.get("description").is_some(), "{name}");
                walk(inner, name, seen);
            }
        }
        let schema: Value = serde_json::from_str(&schema().unwrap()).unwrap();
        let mut seen = 0;
        walk(&schema, "$", &mut seen);
        assert!(seen > 60, "{seen}");
        assert_eq!(schema["$id"], ID);
    }
}
