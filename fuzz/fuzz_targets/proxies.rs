//! What a proxy answers, to CONNECT and to SOCKS.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::io::{self, Cursor, Read, Write};

#[path = "../../src/gather/net/proxy/words.rs"]
mod words;

/// An answer, whatever is said.
struct Deaf<'a>(Cursor<&'a [u8]>);

impl Read for Deaf<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }
}

impl Write for Deaf<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fuzz_target!(|bytes: &[u8]| {
    if let Ok(Err(said)) = words::by_connect(&mut Deaf(Cursor::new(bytes)), "gsa.apple.com", 443, "codesent") {
        assert!(said.chars().count() < 80, "{said}");
    }
    let _ = words::by_socks(&mut Deaf(Cursor::new(bytes)), "gsa.apple.com", 443);
});
