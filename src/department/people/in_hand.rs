//! In hand: what one person serves side by side, see [`crate::department::queue`].

use crate::time::Effort;

/// What somebody has in hand of work that goes on side by side.
#[derive(Clone, Debug, Default)]
pub(crate) struct ChatsInHand {
    /// The queue point they all come from.
    pub(crate) point: u32,
    /// How much each has been served since the first of them was begun, as if it were alone.
    pub(crate) served: Effort,
    /// In the order in which they were begun.
    pub(crate) all: Vec<Chat>,
}

/// An item that is served beside others.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chat {
    /// The item.
    pub(crate) item: u32,
    /// It is done when each has been served so much.
    pub(crate) ends: Effort,
    /// Effort done in an hour of it alone.
    pub(crate) speed: f64,
}

impl ChatsInHand {
    /// The items in hand.
    pub(crate) fn items(&self) -> impl Iterator<Item = u32> + '_ {
        self.all.iter().map(|it| it.item)
    }

    /// Nothing is in hand; keeps the memory.
    pub(crate) fn clear(&mut self) {
        self.all.clear();
        self.served = Effort::ZERO;
    }
}
