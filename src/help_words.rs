//! What stands before and after the options, in `-h` and in `--help`.

/// What to type.
pub(crate) const BEFORE_HELP: &str = "\
Locked out? Type codesent and press Return. It says whether this Mac can get the
Apple Account code, why not, and how to get in now. It changes nothing.";

/// Examples.
pub(crate) const AFTER_HELP: &str = "\
Examples:
  codesent guide                           a plan, from at most six questions
  codesent explain \"verification failed\"   what the screen means";
