//! Ids and reasons that are named outside their check, looked up while compiling.

use super::Check;

/// The same id, if a check has it. In a `const` block a wrong one does not compile.
///
/// # Panics
/// When no check has it.
pub const fn known(id: &'static str) -> &'static str {
    let (mut group, mut found) = (0, false);
    while group < crate::ALL.len() {
        let mut check = 0;
        while check < crate::ALL[group].checks.len() {
            found |= same(id, crate::ALL[group].checks[check].id);
            check += 1;
        }
        group += 1;
    }
    assert!(found, "no check has this id");
    id
}

/// The same slugs, if the check declares each as a reason. In a `const` block a wrong one does not compile.
///
/// # Panics
/// When no check has the id, or it declares no such reason.
pub const fn ways<const N: usize>(id: &'static str, slugs: [&'static str; N]) -> [&'static str; N] {
    let (mut group, mut matched) = (0, 0);
    while group < crate::ALL.len() {
        let mut check = 0;
        while check < crate::ALL[group].checks.len() {
            if same(id, crate::ALL[group].checks[check].id) {
                let mut slug = 0;
                while slug < N {
                    matched += declares(&crate::ALL[group].checks[check], slugs[slug]) as usize;
                    slug += 1;
                }
            }
            check += 1;
        }
        group += 1;
    }
    assert!(matched == N, "this check declares no such reason");
    slugs
}

/// The same slug, if the check declares it as a reason. In a `const` block a wrong one does not compile.
///
/// # Panics
/// When no check has the id, or it declares no such reason.
pub const fn way(id: &'static str, slug: &'static str) -> &'static str {
    ways(id, [slug])[0]
}

const fn declares(check: &Check, slug: &str) -> bool {
    let mut list = 0;
    while list < check.reasons.len() {
        let mut reason = 0;
        while reason < check.reasons[list].len() {
            if same(slug, check.reasons[list][reason].slug) {
                return true;
            }
            reason += 1;
        }
        list += 1;
    }
    false
}

const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    one.len() == other.len()
}
