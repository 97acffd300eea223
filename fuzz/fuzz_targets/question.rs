//! Any bytes are either a question of the what-if page that is answered or refused in words, or none at all.

#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use staffcast::inside::asked_of_page;

fuzz_target!(|bytes: &[u8]| -> Corpus {
    match asked_of_page(bytes) {
        Some(_) => Corpus::Keep,
        None => Corpus::Reject,
    }
});
