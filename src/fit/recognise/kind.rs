//! Kinds of work that classes of tickets are, whatever a desk calls them.

/// What a class is for the people who answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Emergency,
    Standard,
    Consultation,
}

impl Kind {
    /// Its name in keys of streams.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Emergency => "emergency",
            Self::Standard => "standard",
            Self::Consultation => "consultation",
        }
    }
}
