//! Question: what the page asks, in changes that any scenario file can state.
//!
//! A what-if is a policy beside the baseline, so that both meet the same chance, and what the page
//! shows is what `run` shows of the same file. A link and a saved file hold a question.

mod file;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Readings of one question.
const MOST_READINGS: usize = 100;
/// What-ifs side by side.
const MOST_VARIANTS: usize = 4;
/// Changes of one what-if.
const MOST_CHANGES: usize = 300;

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Question {
    /// Readings of the document that are taken as known to be right, by their keys.
    pub(crate) readings: Vec<String>,
    /// What a plan for the levers may hire and cost.
    #[serde(skip_serializing_if = "Cap::is_none")]
    pub(crate) cap: Cap,
    /// What-ifs side by side; none: the baseline alone.
    pub(crate) variants: Vec<Variant>,
}

/// What a plan may hire and cost, as the scenario file states it; the check says what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Cap {
    /// People of all roles.
    #[serde(skip_serializing_if = "Option::is_none")]
    max_people: Option<Value>,
    /// Money a month.
    #[serde(skip_serializing_if = "Option::is_none")]
    budget: Option<Value>,
}

impl Cap {
    /// Whether nothing is capped.
    fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// One what-if.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Variant {
    /// What it is called.
    pub(crate) title: String,
    /// Policies of the scenario that it begins with, by their keys.
    pub(crate) with: Vec<String>,
    /// What it changes beyond them.
    pub(crate) changes: Vec<Lever>,
}

/// A lever that was moved.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(untagged)]
pub(crate) enum Lever {
    /// A value of the file is another.
    Set(Set),
    /// People join on a date.
    Hire(Hire),
}

/// Another value at a path or of an id.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Set {
    pub(crate) set: String,
    pub(crate) value: Value,
}

/// People of a role and their first day.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Hire {
    pub(crate) hire: String,
    pub(crate) start: String,
    pub(crate) count: u32,
}

impl Question {
    /// Whether it is larger than anybody asks by hand.
    pub(crate) fn is_too_large(&self) -> bool {
        self.readings.len() > MOST_READINGS
            || self.variants.len() > MOST_VARIANTS
            || self.variants.iter().any(|it| it.changes.len() + it.with.len() > MOST_CHANGES)
    }
}

/// The key of the policy of a what-if, by its position.
pub(crate) fn key(number: usize) -> String {
    match number {
        0 => "what-if".to_owned(),
        _ => format!("what-if-{}", number + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn asked() -> Question {
        serde_json::from_str(
            r#"{"readings": ["claimed"], "cap": {"max_people": 3, "budget": 250000.5}, "variants": [{"title": "Двое \"сейчас\"", "with": ["due"], "changes": [
                {"set": "handling", "value": {"min": "60min", "max": "75min"}},
                {"hire": "clerk", "start": "2026-04-15", "count": 2}]}]}"#,
        )
        .expect("it is a question")
    }

    #[test]
    fn more_than_anybody_moves_by_hand_is_too_large() {
        let mut question = asked();
        assert!(!question.is_too_large());
        question.variants = vec![Variant::default(); MOST_VARIANTS + 1];
        assert!(question.is_too_large());
    }

    #[test]
    fn an_unknown_field_is_refused() {
        for wrong in [
            r#"{"file": "/etc/passwd"}"#,
            r#"{"variants": [{"changes": [{"set": "a", "value": 1, "file": 2}]}]}"#,
        ] {
            assert!(serde_json::from_str::<Question>(wrong).is_err(), "{wrong}");
        }
    }
}
