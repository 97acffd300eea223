//! The precision that was asked for, and what to say where it was not reached.

use crate::experiment::{Extent, Outcome, Replications};
use crate::measures::Measure;
use crate::report::{Block, Caution, Document, Locale, Section, Word, texts};
use serde_json::{Value, json};

/// Why the shares in time are not known as well as was asked for; `None` where they are, or where nobody
/// asked.
pub(crate) fn missed(extent: Extent, outcome: &Outcome, locale: Locale) -> Option<Caution> {
    let Replications::Until(rule, most) = extent.replications else {
        return None;
    };
    let asked = rule.width;
    let shares = outcome.policies.iter().flat_map(|policy| {
        let columns = policy.columns.iter().zip(&policy.total);
        columns.filter(|it| it.0.measure == Measure::SlaMet).map(|it| it.1)
    });
    let reached = rule.missed(shares)?;
    // A half-width falls with the root of the number of replications.
    let enough = (most as f64 * (reached / asked).powi(2) / 100.0).ceil() * 100.0;
    let points = |share: f64| {
        let points = 100.0 * share;
        locale.number(points, if points < 1.0 { 3 } else { 2 })
    };
    Some(Caution {
        reason: locale.say(texts::PrecisionMissed {
            asked: points(asked),
            most: locale.number(most as f64, 0),
            reached: points(reached),
        }),
        advice: locale.say(texts::PrecisionAdvice {
            enough: format!("{enough:.0}"),
            option: (1e7 * asked).round() / 1e5,
        }),
    })
}

/// Adds a caution to those of a document, which stand before its charts.
pub(crate) fn add(caution: &Caution, document: &mut Document) {
    let cautions = document.sections.iter_mut().flat_map(|it| &mut it.blocks);
    let mut cautions = cautions.filter_map(|it| match it {
        Block::Cautions(cautions) => Some(cautions),
        _ => None,
    });
    if let Some(cautions) = cautions.next() {
        cautions.insert(0, caution.clone());
        return;
    }
    let charts = document.sections.iter().position(|it| it.key == "charts");
    let heading = Word::Cautions.text(document.locale.lang);
    let section = Section::new("cautions", heading, vec![Block::Cautions(vec![caution.clone()])]);
    let at = charts.unwrap_or(document.sections.len());
    document.sections.insert(at, section);
}

/// Adds a caution to those of `run.json`.
pub(crate) fn tell(caution: &Caution, about: &mut Value) {
    if let Some(cautions) = about["cautions"].as_array_mut() {
        cautions.push(json!({
            "policy": null,
            "kind": "precision-not-reached",
            "reason": caution.reason,
            "advice": caution.advice,
            "about": [],
        }));
    }
}
