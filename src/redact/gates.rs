//! The one address to which a network leads all of Apple's names. A company that lets nothing out but through its proxies
//! answers so; the address is a machine of its network, as its proxies are, and has to be told to whoever runs that.

use codesent_checks::read::hosts_file::is_apple;
use codesent_checks::read::scutil_proxy;
use codesent_checks::{Answer, Answers, Entry, commands};
use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

/// So many names lead there.
const MANY: usize = 5;

/// The addresses that stay: only where proxies are set, and nothing else on this Mac names the address.
pub(super) fn of(answers: &Answers) -> BTreeSet<IpAddr> {
    if !has_proxy(answers) {
        return BTreeSet::new();
    }
    let mut names: BTreeMap<IpAddr, usize> = BTreeMap::new();
    for (key, entry) in answers.entries() {
        if let (Some(host), Ok(Answer::Lookup(found))) = (key.strip_prefix("lookup "), &entry.result)
            && is_apple(host)
            && let [address] = found.addresses()
        {
            *names.entry(*address).or_default() += 1;
        }
    }
    // Who is connected to such a machine does not own it.
    let connections = codesent_checks::Question::Command(&commands::CONNECTIONS).key();
    let own = |address: IpAddr| answers.entries().iter().any(|(key, one)| *key != connections && is_own(one, address));
    names.retain(|address, count| *count >= MANY && !own(*address));
    names.into_keys().collect()
}

fn has_proxy(answers: &Answers) -> bool {
    let key = codesent_checks::Question::Command(&commands::PROXY).key();
    let Some(Ok(Answer::Command(output))) = answers.entries().get(&key).map(|entry| &entry.result) else {
        return false;
    };
    scutil_proxy::read(output).is_ok_and(|set| set.pac.is_some() || set.for_https().is_some())
}

/// Whether a tool, a file or an interface of this Mac names it too.
fn is_own(entry: &Entry, address: IpAddr) -> bool {
    let text = address.to_string();
    match &entry.result {
        Ok(Answer::Command(output)) => output.stdout.contains(&text) || output.stderr.contains(&text),
        Ok(Answer::Text(file)) => file.text.contains(&text),
        Ok(Answer::Interfaces(list)) => list.iter().any(|one| one.address == address),
        _ => false,
    }
}
