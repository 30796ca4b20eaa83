//! Writes man pages and completions into a folder, for those who make a package:
//! `cargo run --example generate -- DIR`.
//!
//! The program does not carry what writes them: it would be larger by that, for a need that arises
//! once.

mod files;

use std::{fs, io, path::PathBuf};

fn main() -> io::Result<()> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.ok_or_else(|| io::Error::other("say into which folder"))?;
    for (path, bytes) in files::files()? {
        let path = folder.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, bytes)?;
    }
    Ok(())
}
