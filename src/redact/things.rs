//! Names that somebody gave to things: VPN services, system extensions, network agents. A product that is known keeps our
//! name for it; anything else is called what it is, because people name things after themselves and their employers.

use super::lines::lines;
use super::numbers::Numbers;
use super::{alerts, rules, settings};
use codesent_checks::facts::Resolution;
use codesent_checks::read::foreign::thing;
use codesent_checks::read::products::{self, Role};
use codesent_checks::read::system_extensions::{self, Category};
use codesent_checks::{Answer, Question, commands, files};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Every question there is, by its key.
static QUESTIONS: LazyLock<BTreeMap<String, Question>> = LazyLock::new(|| {
    codesent_checks::all().flat_map(codesent_checks::Check::questions).map(|one| (one.key(), *one)).collect()
});

/// The answer as its reader would have kept it, without names that are nobody else's business. What no check asks (a newer
/// program's question) is none of ours.
pub(super) fn hide(numbers: &mut Numbers, key: &str, answer: Answer) -> Answer {
    match (QUESTIONS.get(key), answer) {
        (Some(Question::Command(command)), Answer::Command(output)) => {
            let mut output = command.kept(output);
            let change: fn(&mut Numbers, &str) -> String = match command.line {
                line if line == commands::NC_LIST.line => services,
                line if line == commands::IFCONFIG.line => agents,
                line if line == commands::SYSTEM_EXTENSIONS.line => extensions,
                line if line == commands::DNS.line => settings::domains,
                line if line == commands::PROXY.line => settings::proxies,
                _ => return Answer::Command(output),
            };
            output.stdout = change(numbers, &output.stdout);
            Answer::Command(output)
        }
        (Some(Question::File(file)), Answer::Text(text)) => {
            let mut text = file.kept(&text.text, text.cut);
            if file.path == files::PACKET_FILTER.path {
                text.text = rules::hide(numbers, &text.text);
            }
            Answer::Text(text)
        }
        (Some(Question::Folder(folder)), Answer::Folder(names)) => Answer::Folder(folder.kept(names)),
        (Some(Question::Database(database)), Answer::Rows(rows)) => Answer::Rows(database.kept(rows)),
        (Some(Question::Preferences(_)), Answer::Preferences(mut tree)) => {
            alerts::hide(&mut tree);
            Answer::Preferences(tree)
        }
        (Some(Question::Processes), Answer::Processes(mut list)) => {
            list.retain(products::worth_knowing);
            Answer::Processes(list)
        }
        (_, Answer::Lookup(found)) => Answer::Lookup(aliases(numbers, found)),
        (_, Answer::Lookups(mut list)) => {
            for one in &mut list {
                one.resolution = aliases(numbers, one.resolution.clone());
            }
            Answer::Lookups(list)
        }
        (_, other) => other,
    }
}

/// Whether some check asks for it.
pub(super) fn is_asked(key: &str) -> bool {
    QUESTIONS.contains_key(key)
}

/// An alias that is no name of Apple's or of those who carry its content is some network's own.
fn aliases(numbers: &mut Numbers, mut found: Resolution) -> Resolution {
    for alias in &mut found.aliases {
        if !settings::is_public(alias) {
            *alias = settings::domain(numbers, alias);
        }
    }
    found
}

/// What a VPN service is called instead: `vpn-1`, behind the name of a product that it names.
fn service(numbers: &mut Numbers, name: &str) -> String {
    let name = name.trim();
    let own = name.rsplit(' ').next().unwrap_or_default();
    if name.is_empty() || thing(own).is_some() {
        return name.to_owned();
    }
    let number = numbers.of("vpn", name);
    match products::by_words(name) {
        Some(product) => format!("{} vpn-{number}", product.name),
        None => format!("vpn-{number}"),
    }
}

/// `scutil --nc list`: names, and the ids of programs that are not known.
fn services(numbers: &mut Numbers, text: &str) -> String {
    let line = |line: &str| -> String {
        let Some((head, kind)) = line.trim_end().strip_suffix(']').and_then(|rest| rest.rsplit_once('[')) else {
            // The header, and what makes no sense.
            return if line.contains('"') { String::new() } else { line.to_owned() };
        };
        let kind = program(kind);
        let (before, name) = head
            .split_once('"')
            .map_or((head, ""), |(before, rest)| (before, rest.rsplit_once('"').map_or(rest, |(name, _)| name)));
        // `VPN (com.example.app)`
        let before = match before.rsplit_once('(') {
            Some((start, id)) if id.contains('.') => {
                let id = id.trim_end().trim_end_matches(')');
                format!("{start}({})", program(id))
            }
            _ => before.trim_end().to_owned(),
        };
        format!("{before} \"{}\" [{kind}]", service(numbers, name))
    };
    lines(text, line)
}

/// `VPN:com.example.app`, or the id alone: that of a product, or of Apple's own, stays.
fn program(kind: &str) -> String {
    let (before, id) = kind.split_once(':').map_or(("", kind), |(before, id)| (before, id));
    let between = if before.is_empty() { "" } else { ":" };
    let shown = !id.contains('.') || id.starts_with("com.apple.") || products::by_bundle(id).is_some();
    format!("{before}{between}{}", if shown { id } else { "another.program" })
}

/// `ifconfig -v`: whose a tunnel is, and the prefix by which a network without IPv4 is known.
fn agents(numbers: &mut Numbers, text: &str) -> String {
    let line = |line: &str| -> String {
        if let Some((before, rest)) = line.split_once("nat64 prefix ") {
            let mut words = rest.splitn(2, ' ');
            let prefix = words.next().unwrap_or_default();
            let prefix = numbers.nat64(prefix).map_or_else(|| prefix.to_owned(), |address| address.to_string());
            return format!("{before}nat64 prefix {prefix} {}", words.next().unwrap_or_default());
        }
        let Some((before, description)) =
            line.split_once("desc:").filter(|(before, _)| before.trim_start().starts_with("agent "))
        else {
            return line.to_owned();
        };
        let description = description.trim().trim_matches('"');
        if !before.contains("domain:NetworkExtension") {
            let apples = before.contains("domain:com.apple.");
            let before = if apples { before } else { "\tagent domain:another.program type:another flags:0x0 " };
            return format!("{before}desc:\"\"");
        }
        let (kind, name) = description.split_once(':').map_or(("", description), |(kind, name)| (kind, name));
        let kind = if kind.is_empty() { String::new() } else { format!("{kind}: ") };
        format!("{before}desc:\"{kind}{}\"", service(numbers, name))
    };
    lines(text, line)
}

/// `systemextensionsctl list`: who made an extension that is not known, and what it is called.
fn extensions(numbers: &mut Numbers, text: &str) -> String {
    let mut section = String::new();
    let line = |line: &str| -> String {
        if line.trim_start().starts_with("---") {
            line.clone_into(&mut section);
            section.push('\n');
        }
        let row = format!("{section}{line}\n");
        let read = system_extensions::extensions(&row).ok().and_then(|mut list| list.pop());
        let Some(one) = read.filter(|_| line.trim_end().ends_with(']') && !line.trim_start().starts_with("---")) else {
            return line.to_owned();
        };
        // The marks before the team, which stand for "enabled" and "active".
        let marks: String = line.chars().take_while(|letter| "* \t".contains(*letter)).collect();
        let state = &one.state;
        if let Some(product) = products::by_bundle(&one.bundle) {
            return format!("{marks}TEAM\t{} (1/1)\t{}\t[{state}]", one.bundle, product.name);
        }
        let bundle = if thing(&one.bundle).is_some() {
            one.bundle.clone()
        } else {
            format!("unknown.{}-{}", word(one.category, one.role()), numbers.of("extension", &one.bundle))
        };
        format!("{marks}TEAM\t{bundle} (1/1)\t\t[{state}]")
    };
    lines(text, line)
}

/// The word in a stand-in by which the role of an extension is told.
fn word(category: Category, role: Option<Role>) -> &'static str {
    match (category, role) {
        (Category::EndpointSecurity, _) | (_, Some(Role::Security)) => "security",
        (Category::Other, _) => "driver",
        (_, Some(Role::Tunnel)) => "packettunnel",
        (_, Some(Role::ContentFilter)) => "contentfilter",
        (_, Some(Role::DnsProxy)) => "dnsproxy",
        (_, Some(Role::TransparentProxy)) => "transparentproxy",
        (_, None) => "extension",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use codesent_checks::facts::{CommandOutput, TextFile};
    use proptest::prelude::*;

    fn hidden(question: &Question, text: &str) -> String {
        let answer = match question {
            Question::File(_) => Answer::Text(TextFile { text: text.into(), cut: false }),
            _ => Answer::Command(CommandOutput { stdout: text.into(), ..CommandOutput::default() }),
        };
        match hide(&mut Numbers::default(), &question.key(), answer) {
            Answer::Text(file) => file.text,
            Answer::Command(output) => output.stdout,
            other => panic!("{other:?}"),
        }
    }

    /// The same name has the same stand-in wherever it stands, so that a judge still sees that it is the same.
    #[test]
    fn a_service_and_its_tunnel_have_one_name() {
        let mut numbers = Numbers::default();
        let list = services(&mut numbers, "* (Connected) A VPN (org.x.y) \"Maria\" [VPN:org.x.y]\n");
        assert_eq!(list, "* (Connected) A VPN (another.program) \"vpn-1\" [VPN:another.program]\n");
        let line = "\tagent domain:NetworkExtension type:VPN flags:0xf desc:\"VPN: Maria\"\n";
        assert_eq!(agents(&mut numbers, line), line.replace("Maria", "vpn-1"));
    }

    /// Lines of every shape that is hidden, put together as nobody would.
    const PIECES: &[&str] = &[
        "* (Connected)  8D2C9E3A-1111-4222-8333-ABCDEFABCDEF VPN (com.x.y) \"Maria's NordVPN\" [VPN:com.x.y]",
        "(Disconnected) A IPSec \"a \"b\" [c]\" [IPSec]",
        "* (Connected) A PPP --> L2TP \"vpn-1\" [PPP:L2TP]",
        "--- com.apple.system_extension.network_extension",
        "--- com.apple.system_extension.endpoint_security",
        "*\t*\tTEAM\tcom.x.dnsproxy (1/1)\tMaria\t[activated enabled]",
        "\t\tTEAM\tcom.objective-see.lulu.extension (1/1)\tX\t[activated waiting for user]",
        "1 extension(s)",
        "  search domain[0] : corp.example",
        "  domain   : 8.e.f.ip6.arpa.",
        "  domain   : 33.12.84.in-addr.arpa",
        "  nameserver[0] : 84.12.33.9",
        "ExceptionsList : <array> {",
        "  0 : *.corp.example",
        "  1 : 10.0.0.0/8",
        "}",
        "  HTTPSProxy : proxy.example",
        "  HTTPSUser : two words",
        "  ProxyAutoConfigURLString : https://a:b@pac.example:8443/t/x.pac?y",
        "  ProxyAutoConfigJavaScript : function () {",
        "\tagent domain:NetworkExtension type:VPN flags:0xf desc:\"VPN: Maria\"",
        "\tagent domain:x.y type:VPN flags:0xf desc:\"Maria\"",
        "\tnat64 prefix 2a02:8109:1:: prefixlen 96",
        "anchor \"org.eyebeam\"",
        "marias-anchor \"maria/*\"",
        "load anchor \"maria/*\" from \"/etc/pf.anchors/maria\"",
        "anchor \"Marias-nordvpn\"",
        "block out from { 84.12.33.9, <maria> } to apple_hosts port 5223 label \"Maria's\"",
        "0.0.0.0 gsa.apple.com jira.acme.com",
        "\u{e9}: \" ( [ ]",
    ];
    const BETWEEN: &[&str] = &["\n", "\n", "\n", " ", "", "\""];

    proptest! {
        #[test]
        fn hiding_twice_changes_nothing(
            parts in proptest::collection::vec((0..PIECES.len(), 0..BETWEEN.len()), 1..8), which in 0..7usize
        ) {
            let text: String = parts.iter().map(|(piece, between)| [PIECES[*piece], BETWEEN[*between]].concat()).collect();
            let question = [
                Question::Command(&commands::NC_LIST),
                Question::Command(&commands::IFCONFIG),
                Question::Command(&commands::SYSTEM_EXTENSIONS),
                Question::Command(&commands::DNS),
                Question::Command(&commands::PROXY),
                Question::File(&files::PACKET_FILTER),
                Question::File(&files::HOSTS),
            ][which];
            let once = hidden(&question, &text);
            prop_assert_eq!(hidden(&question, &once), once, "{}", text);
        }
    }
}
