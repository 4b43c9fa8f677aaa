//! `.GlobalPreferences.plist`: settings of the whole user account, and of its region only whether it is China mainland.
//!
//! `AppleLocale` holds language and region: `zh_CN`, `zh-Hans_CN`; a region that is not the language's own stands behind an
//! `@` (`en_US@rg=cnzzzz`, as Unicode's locale data writes it). Forms as public programs read them.

use super::plist::{keep, tree};
use crate::Miss;
use serde_json::Value;

/// What is kept of the region: that it is China mainland, in the same form, without the language.
const CHINA: &str = "und_CN";

/// Whether Lockdown Mode is on, and that the region is China mainland if it is. Every other region is dropped.
pub fn decode(bytes: &[u8]) -> Result<Value, Miss> {
    let mut kept = keep(&tree(bytes)?, &["LDMGlobalEnabled", "AppleLocale"]);
    if let Some(map) = kept.as_object_mut() {
        let china =
            map.remove("AppleLocale").and_then(|locale| region(locale.as_str()?)).is_some_and(|one| one == "CN");
        if china {
            map.insert("AppleLocale".into(), CHINA.into());
        }
    }
    Ok(kept)
}

/// Whether it is that of a Mac whose region is China mainland.
pub fn is_china(kept: &Value) -> bool {
    kept.get("AppleLocale").and_then(Value::as_str).and_then(region).is_some_and(|region| region == "CN")
}

/// The two letters of the region.
fn region(locale: &str) -> Option<String> {
    let (name, extras) = locale.split_once('@').unwrap_or((locale, ""));
    let letters = |text: &str| {
        text.get(..2).filter(|two| two.chars().all(|one| one.is_ascii_alphabetic())).map(str::to_uppercase)
    };
    // `rg=cnzzzz`: the region that was chosen beside a language of elsewhere.
    if let Some(chosen) = extras.split(';').find_map(|extra| extra.strip_prefix("rg=")) {
        return letters(chosen);
    }
    // A script has four letters, a variant five or more, and what is written small is a language.
    name.split(['_', '-']).skip(1).find(|part| part.len() == 2).and_then(letters)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of(locale: &str) -> Value {
        let file = format!("<plist><dict><key>AppleLocale</key><string>{locale}</string></dict></plist>");
        decode(file.as_bytes()).unwrap()
    }

    #[test]
    fn china_is_told_and_no_other_place() {
        for locale in
            ["zh_CN", "zh-Hans_CN", "en_CN", "zh-Hans-CN", "en_US@rg=cnzzzz", "zh_HK@calendar=gregorian;rg=cnzzzz"]
        {
            assert_eq!(of(locale), json!({ "AppleLocale": CHINA }), "{locale}");
            assert!(is_china(&of(locale)));
        }
        for locale in [
            "en_US",
            "zh_TW",
            "zh-Hant_HK",
            "zh_MO",
            "zh-Hans_SG",
            "zh-Hans",
            "zh",
            "",
            "@",
            "_",
            "cn",
            "zh_CN@rg=uszzzz",
            "en_US@rg=",
            "de_DE",
            "\u{e9}\u{e9}_\u{e9}\u{e9}",
        ] {
            assert_eq!(of(locale), json!({}), "{locale}");
        }
    }

    #[test]
    fn lockdown_mode_stays_and_nothing_else_does() {
        let file = "<plist><dict><key>LDMGlobalEnabled</key><true/><key>AppleLocale</key><string>de_DE</string>\
            <key>AppleLanguages</key><array><string>canary</string></array><key>canary</key><string>canary</string></dict></plist>";
        assert_eq!(decode(file.as_bytes()).unwrap(), json!({ "LDMGlobalEnabled": true }));
        assert!(!is_china(&json!({ "AppleLocale": 7 })) && !is_china(&Value::Null));
    }
}
