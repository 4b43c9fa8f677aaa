//! Writes what the fuzz targets begin with, bytes of our own: what made-up Macs of several ages answer, a dictionary of the
//! words in it, certificates made on the spot. `seeds FOLDER`

use codesent_checks::{Answer, Question, all, explain};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

#[path = "../checks/testing/mod.rs"]
#[allow(dead_code)]
mod testing;

/// One of each age at which macOS changed what it says.
const VERSIONS: &[&str] = &["11.7", "13.6", "14.4", "15.7", "26.1"];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("seeds FOLDER")?;
    let folder = Path::new(&folder);
    let write = |target: &str, name: &str, bytes: &[u8]| -> Result<(), Box<dyn Error>> {
        let target = folder.join(target);
        fs::create_dir_all(&target)?;
        Ok(fs::write(target.join(format!("seed-{name}")), bytes)?)
    };
    let mut words = BTreeSet::new();
    for version in VERSIONS {
        let mac = testing::Mac::healthy(version);
        write("recordings", version, mac.recording().as_bytes())?;
        write("answers", version, &serde_json::to_vec(&mac.entries)?)?;
        for (at, (key, entry)) in mac.entries.iter().enumerate() {
            write("answers", &format!("{version}-{at}"), &serde_json::to_vec(&json!({ key: entry }))?)?;
            let text = match &entry.result {
                Ok(Answer::Command(output)) => &output.stdout,
                Ok(Answer::Text(file)) => &file.text,
                _ => continue,
            };
            words.extend(text.split_whitespace().map(str::to_owned));
            for target in ["texts", "redaction"] {
                write(target, &format!("{version}-{at}"), format!("{key}\n{text}").as_bytes())?;
            }
        }
    }
    for (at, question) in all().flat_map(codesent_checks::Check::questions).enumerate() {
        let key = question.key();
        if matches!(question, Question::Command(_) | Question::File(_) | Question::Fetch(_)) {
            write("texts", &format!("empty-{at}"), format!("{key}\n").as_bytes())?;
        }
        words.insert(key);
    }
    for (at, line) in PERSONAL.iter().enumerate() {
        write("redaction", &format!("personal-{at}"), format!("command /usr/sbin/scutil --nwi\n{line}").as_bytes())?;
        words.insert((*line).to_owned());
    }
    // Words that never occur by chance.
    let escaped =
        |word: &str| -> String { word.bytes().filter(u8::is_ascii).map(|byte| format!("\\x{byte:02x}")).collect() };
    let list: String =
        words.iter().filter(|word| word.len() < 80).map(|word| format!("\"{}\"\n", escaped(word))).collect();
    fs::write(folder.join("words.dict"), list.replace("\"\"\n", ""))?;
    for (at, text) in explain::all().flat_map(|message| message.texts).enumerate() {
        write("sayings", &format!("message-{at}"), text.as_bytes())?;
    }
    for (at, saying) in SAYINGS.iter().enumerate() {
        write("sayings", &at.to_string(), saying.as_bytes())?;
        write(
            "guide",
            &format!("screen-{at}"),
            &serde_json::to_vec(&json!({ "where": "this-mac", "screen": saying }))?,
        )?;
    }
    for (at, told) in TOLD.iter().enumerate() {
        write("guide", &at.to_string(), told.as_bytes())?;
    }
    for (at, answer) in PROXIES.iter().enumerate() {
        write("proxies", &at.to_string(), answer)?;
    }
    write("rows", "some", "level\u{1f}what\u{1e}4\u{1f}x\u{1e}\u{1f}\u{1e}".as_bytes())?;
    write("reductions", "names", b"apple.com\ncorp.example\nkcpasswd\nwhat=4\tlevel=\"x\"\n")?;
    for (at, tree) in
        [json!({"Accounts": []}), json!({"ProductVersion": "15.7", "x": {"y": [1, true, "CANARY-7f3a-9b"]}})]
            .iter()
            .enumerate()
    {
        for target in ["plist", "reductions"] {
            write(target, &format!("tree-{at}"), xml(tree).as_bytes())?;
        }
    }
    certificates(write)
}

/// A property list of a tree.
fn xml(tree: &Value) -> String {
    fn inner(value: &Value) -> String {
        match value {
            Value::Object(map) => {
                let pairs: String =
                    map.iter().map(|(key, value)| format!("<key>{key}</key>{}", inner(value))).collect();
                format!("<dict>{pairs}</dict>")
            }
            Value::Array(items) => format!("<array>{}</array>", items.iter().map(inner).collect::<String>()),
            Value::Bool(truth) => format!("<{truth}/>"),
            Value::Number(number) => format!("<integer>{number}</integer>"),
            Value::String(text) => format!("<string>{text}</string>"),
            Value::Null => "<string></string>".into(),
        }
    }
    format!("<?xml version=\"1.0\"?><plist version=\"1.0\">{}</plist>", inner(tree))
}

fn certificates(write: impl Fn(&str, &str, &[u8]) -> Result<(), Box<dyn Error>>) -> Result<(), Box<dyn Error>> {
    for (name, many) in [("one", 1), ("many", 30)] {
        let names: Vec<String> = (0..many).map(|at| format!("{at}.example")).collect();
        let mut parameters = rcgen::CertificateParams::new(names)?;
        parameters.distinguished_name.push(rcgen::DnType::OrganizationName, "Example Inc.");
        parameters.distinguished_name.push(rcgen::DnType::CommonName, "Example CA");
        let key = rcgen::KeyPair::generate()?;
        write("certificates", name, parameters.self_signed(&key)?.der())?;
    }
    Ok(())
}

const PERSONAL: &[&str] = &[
    "jane.doe@icloud.com",
    "Janes-MacBook-Pro.local",
    "iPhone von Maria Canary",
    "/Users/Maria Canary/x",
    "+1 (555) 123-4567",
    "0151 23456789",
    "8D2C9E3A-1111-4222-8333-ABCDEFABCDEF",
    "3c:22:fb:01:02:03",
    "84.12.33.9.5223",
    "84-12-33-9.dyn.isp.example",
    "2a02:8109:1:2:3:4:5:6",
    "64:ff9b::540c:2109",
    "https://u:p@x.example/a?b=c",
    "Serial Number (system): C02ABC123DEF",
    "eyJhbGciOiJIUzI1NiJ9.x.y",
    "HTTPSUser : jane",
    "Destination Gateway\n84.12.33/24",
];
const SAYINGS: &[&str] = &[
    "Verification failed (-28248)",
    "Too many codes have been sent. Try again later.",
    "somebody called and asked for my code 123 456",
    "ich bekomme keinen code",
    "\u{53d7}\u{4fe1}\u{3067}\u{304d}\u{306a}\u{3044}",
];
const TOLD: &[&str] = &[
    "{}",
    r#"{"where":"this-mac","asked":"yes","account":"personal","other_device":"here","number":"works","happens":"nothing"}"#,
    r#"{"where":"web","asked":"no","account":"child","other_device":"no","number":"lost","prepared":"key-lost","happens":"locked"}"#,
    r#"{"where":"setup","asked":"somebody","account":"security-key","happens":"no-digits","screen":"-28248"}"#,
];
const PROXIES: &[&[u8]] = &[
    b"HTTP/1.1 200 Connection established\r\n\r\n",
    b"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n",
    b"HTTP/1.0 403\n\n",
    b"\x05\x00\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x50",
    b"\x05\x00\x05\x00\x00\x03\x04abcd\x00\x50",
    b"\x05\xff",
];
