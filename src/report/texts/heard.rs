//! What tests hear: which rows of the texts were said on this thread, with what in their places.

use std::cell::RefCell;

/// A row that was said.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Heard {
    /// The row.
    pub(crate) name: &'static str,
    /// As it was said.
    pub(crate) text: String,
    /// The places and what stood in them.
    pub(crate) places: Vec<(&'static str, String)>,
}

impl Heard {
    /// What stood in a place.
    pub(crate) fn place(&self, name: &str) -> &str {
        let found = self.places.iter().find(|it| it.0 == name);
        &found.unwrap_or_else(|| panic!("{} has no place {name}", self.name)).1
    }
}

thread_local! {
    static HEARD: RefCell<Option<Vec<Heard>>> = const { RefCell::new(None) };
}

/// Notes what is said while somebody listens.
pub(super) fn note(name: &'static str, text: &str, places: &[(&'static str, String)]) {
    HEARD.with_borrow_mut(|heard| {
        if let Some(heard) = heard {
            heard.push(Heard { name, text: text.to_owned(), places: places.to_vec() });
        }
    });
}

/// What some work returns, and every row that was said meanwhile on this thread.
pub(crate) fn listen<R>(work: impl FnOnce() -> R) -> (R, Vec<Heard>) {
    HEARD.set(Some(Vec::new()));
    let done = work();
    (done, HEARD.take().unwrap_or_default())
}
