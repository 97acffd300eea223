//! Any text is either a scenario that can be laid out and prepared, or a list of problems that can be printed.

#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use staffcast::{Lang, load_text};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Corpus::Reject;
    };
    match load_text("fuzz.toml", text, None, &[], None) {
        Ok(study) => {
            assert!(!study.policies.is_empty());
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            for lang in [Lang::Ru, Lang::En] {
                assert!(!problems.render(lang, false).is_empty());
            }
        }
    }
    Corpus::Keep
});
