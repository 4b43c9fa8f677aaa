//! Gathering: the only part of the program that touches the outside.
pub(crate) mod budget;
pub(crate) mod net;
