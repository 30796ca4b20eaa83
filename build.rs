//! Packs the texts that the executable carries: Chinese and English together shrink to a third.
//!
//! A packed folder is a JSON object (path below the folder: text), deflated; a packed file is deflated
//! as it is. `src/packed.rs` reads both.

use miniz_oxide::deflate::compress_to_vec;
use std::{
    collections::BTreeMap,
    env, fs, io,
    path::{Path, PathBuf},
};

/// The name of each packed folder, and where its texts are.
const FOLDERS: [(&str, &str); 4] = [
    ("guide", "content/pos"),
    ("scenarios", "content/scenarios"),
    ("new-guide", "content/new-guide"),
    ("cases", "tests/guide-cases"),
];

/// The name of each packed file, and where it is.
const FILES: [(&str, &str); 2] =
    [("rules", "assets/rules.toml"), ("advice", "content/forbidden-advice.toml")];

/// How hard to try; more than this takes longer and gains nothing.
const LEVEL: u8 = 9;

fn main() -> io::Result<()> {
    let target =
        PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("no OUT_DIR"))?);
    println!("cargo::rerun-if-changed=build.rs");
    for (name, folder) in FOLDERS {
        println!("cargo::rerun-if-changed={folder}");
        let mut texts = BTreeMap::new();
        read(Path::new(folder), "", &mut texts)?;
        let json = serde_json::to_vec(&texts)?;
        fs::write(target.join(name), compress_to_vec(&json, LEVEL))?;
    }
    for (name, file) in FILES {
        println!("cargo::rerun-if-changed={file}");
        fs::write(target.join(name), compress_to_vec(&fs::read(file)?, LEVEL))?;
    }
    Ok(())
}

/// Reads all TOML below a folder. What else is there is for people who read the sources.
fn read(folder: &Path, above: &str, texts: &mut BTreeMap<String, String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name =
            entry.file_name().into_string().map_err(|_| io::Error::other("a strange name"))?;
        let path = [above, &name].concat();
        if entry.file_type()?.is_dir() {
            read(&entry.path(), &[&path, "/"].concat(), texts)?;
        } else if Path::new(&name).extension().is_some_and(|ending| ending == "toml") {
            texts.insert(path, fs::read_to_string(entry.path())?);
        }
    }
    Ok(())
}
