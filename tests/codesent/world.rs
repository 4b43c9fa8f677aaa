//! The made-up Mac of both packages.

#[path = "../../checks/testing/mod.rs"]
mod testing;

pub(crate) use testing::{Mac as World, NOW, certificate, interfaces, output, text, tools};
