//! Every recorded Mac as a file, for the scripts that show the program's output to readers of other kinds: validators,
//! browsers, terminals.

use crate::world::World;
use crate::{output, worlds};
use std::path::PathBuf;

/// `CODESENT_WORLDS=folder cargo test --test codesent written::` writes them; without it there is nothing to do.
#[test]
fn the_worlds_are_written_where_somebody_wants_them() {
    let Some(folder) = std::env::var_os("CODESENT_WORLDS").map(PathBuf::from) else {
        eprintln!("skipped: CODESENT_WORLDS is not set");
        return;
    };
    std::fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, world: &World| {
        let file = format!("{}.json", name.replace(' ', "-"));
        std::fs::write(folder.join(file), world.recording()).unwrap();
    };
    let mut count = 0;
    for (name, world) in output::worlds() {
        write(&format!("odd-{name}"), &world);
        count += 1;
    }
    for (name, world) in worlds::all() {
        write(name, &world);
        count += 1;
    }
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), count, "two worlds of one name, or an old folder");
}
