//! The laws of the fuzz targets on all inputs that are kept in `fuzz/corpus`.

#[path = "../../fuzz/laws.rs"]
pub(crate) mod laws;

use laws::LAWS;
use proptest::prelude::*;
use std::{fs, path::Path};

#[test]
fn every_input_that_is_kept_keeps_the_laws() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    for (name, law) in LAWS {
        let mut count = 0;
        for entry in fs::read_dir(corpus.join(name)).expect("a folder for each target") {
            let path = entry.expect("an entry").path();
            let data = fs::read(&path).expect("it can be read");
            let kept = std::panic::catch_unwind(|| law(&data));
            assert!(kept.is_ok(), "{name} breaks on {}", path.display());
            count += 1;
        }
        assert!(count >= 5, "{name} has only {count} inputs");
    }
    let folders = fs::read_dir(corpus).expect("the corpus").count();
    assert_eq!(folders, LAWS.len(), "a folder without a target");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// Where there is no fuzzer, a few inputs at random.
    #[test]
    fn any_bytes_keep_the_laws(data in prop::collection::vec(any::<u8>(), 0..200)) {
        for (_, law) in LAWS {
            law(&data);
        }
    }
}
