//! Which checks are meant by ids and groups on the command line.

use anyhow::{Result, bail};
use codesent_checks::{ALL, Check, all, is_on_request};

/// The checks that `only` names (all when empty) without those that `skip` names, in table order. Those that are asked on
/// request alone are among them where they are named, or where it goes `deep`.
pub(crate) fn select(only: &[String], skip: &[String], deep: bool) -> Result<Vec<&'static Check>> {
    for word in only.iter().chain(skip) {
        if !all().any(|check| means(word, check)) {
            bail!("there is no check or group `{word}`{}", suggestion(word));
        }
    }
    let chosen: Vec<&'static Check> = all()
        .filter(|check| {
            let by_itself = if is_on_request(check) { deep } else { only.is_empty() };
            by_itself || only.iter().any(|word| means(word, check))
        })
        .filter(|check| !skip.iter().any(|word| means(word, check)))
        .collect();
    if chosen.is_empty() {
        bail!("no check is left to run");
    }
    Ok(chosen)
}

fn means(word: &str, check: &Check) -> bool {
    check.id == word || check.id.split('/').next() == Some(word)
}

/// `; did you mean …?` for a word that is nearly right, else where to look.
pub(crate) fn suggestion(word: &str) -> String {
    let names = all().map(|check| check.id).chain(ALL.iter().map(|group| group.id));
    let near = names
        .map(|name| {
            // A bare name without its group counts as near too.
            let tail = name.rsplit('/').next().unwrap_or(name);
            (strsim::jaro_winkler(name, word).max(strsim::jaro_winkler(tail, word)), name)
        })
        .max_by(|left, right| left.0.total_cmp(&right.0));
    match near {
        Some((score, name)) if score > 0.8 => format!("; did you mean `{name}`?"),
        _ => "; `codesent list` shows them all".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_ids_and_skips_are_understood() {
        let words = |list: &[&str]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
        let network = select(&words(&["network"]), &[], false).unwrap();
        assert!(network.iter().all(|check| check.id.starts_with("network/")) && network.len() > 1);
        let one = select(&words(&["account/icloud"]), &[], false).unwrap();
        assert_eq!(one.len(), 1);
        assert!(select(&words(&["account/icloud"]), &words(&["account"]), false).is_err());
        assert!(
            select(&[], &words(&["network"]), false).unwrap().iter().all(|check| !check.id.starts_with("network/"))
        );
    }

    #[test]
    fn what_is_asked_on_request_is_left_out_until_it_is_wanted() {
        let count = |only: &[String], deep| {
            select(only, &[], deep).unwrap().iter().filter(|check| check.id.starts_with("log/")).count()
        };
        assert_eq!((count(&[], false), count(&["log/push".into()], false)), (0, 1));
        assert!(count(&[], true) > 1 && count(&["network".into()], true) > 1);
    }

    #[test]
    fn a_wrong_word_gets_a_suggestion() {
        let error = select(&["acount/icloud".into()], &[], false).unwrap_err().to_string();
        assert!(error.contains("did you mean `account/icloud`?"), "{error}");
        assert!(
            select(&["apple-account".into()], &[], false).unwrap_err().to_string().contains("status/apple-account")
        );
        assert!(select(&["zzz".into()], &[], false).unwrap_err().to_string().contains("codesent list"));
    }
}
