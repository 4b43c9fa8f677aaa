use super::Budget;
use codesent_checks::*;
use std::path::PathBuf;
#[derive(Clone, Debug)]
pub(crate) struct Redirect;
impl std::str::FromStr for Redirect {
    type Err = String;
    fn from_str(_: &str) -> Result<Self, String> {
        Ok(Self)
    }
}
pub(crate) struct NetOptions {
    pub(crate) resolve: Vec<Redirect>,
    pub(crate) cacert: Option<PathBuf>,
}
pub(crate) struct Net;
impl Net {
    pub(crate) fn new(_: NetOptions) -> anyhow::Result<Self> {
        Ok(Self)
    }
    pub(crate) fn lookup(&self, _: &str, _: Budget) -> Result<Answer, Miss> {
        Err(Miss::NotAsked)
    }
    pub(crate) fn lookup_via(&self, _: &str, _: &str, _: Budget) -> Result<Answer, Miss> {
        Err(Miss::NotAsked)
    }
    pub(crate) fn handshake(&self, _: &Handshake, _: Budget) -> Result<Answer, Miss> {
        Err(Miss::NotAsked)
    }
    pub(crate) fn fetch(&self, _: &Fetch, _: Budget) -> Result<Answer, Miss> {
        Err(Miss::NotAsked)
    }
    pub(crate) fn clock(&self, _: &str, _: Budget) -> Result<Answer, Miss> {
        Err(Miss::NotAsked)
    }
}
