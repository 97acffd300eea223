//! Signposts: what may come at each review, so that a search can be prepared.
//!
//! A row for what is likely, and not only for what is likelier than not: who must be ready wants to know of every
//! third future. What stands for next to no future is noise.

use super::data::Signpost;
use super::facts::{minutes, reviews};
use crate::department::Review;
use crate::plan::months::date_at;
use crate::plan::search::evaluator::{Lab, Played};
use crate::plan::search::hire_options::{Candidate, Choice, FIRST, REVIEW};

/// Bands of what will have been observed.
const BANDS: usize = 3;
/// A band that stands for fewer futures is left out.
const RARE: f64 = 0.02;
/// One in which fewer ask for somebody is not worth being prepared for.
const LIKELY: f64 = 0.2;

/// What may come: at each review, by what will have been observed.
pub(crate) fn signposts_of(lab: &Lab<'_>, rule: &Candidate, played: &[&Played]) -> Vec<Signpost> {
    let mut signposts = Vec::new();
    for (opening, choice) in lab.lattice.openings.iter().zip(&rule.rules) {
        for month in reviews(opening.last) {
            let number = ((month - FIRST) / REVIEW).round() as u32 + 1;
            let at = |it: &&Review| it.role == opening.role && it.number == number;
            let reviews = played.iter().flat_map(|it| it.staff.reviews.iter().filter(at));
            // Where nothing is finished yet, no minutes are known.
            let (mut reviews, unknown): (Vec<Review>, Vec<Review>) =
                reviews.partition(|it| it.finished > 0);
            reviews.sort_by(|a, b| minutes(a).total_cmp(&minutes(b)));
            let size = reviews.len().div_ceil(BANDS).max(1);
            let bands = [&unknown[..]].into_iter().chain(reviews.chunks(size));
            let bands = bands.map(|band| signpost(lab, (month, *choice), band, played.len()));
            signposts.extend(without_repeats(bands));
        }
    }
    signposts
}

/// Neighbouring bands in which the same is done are one.
fn without_repeats(bands: impl Iterator<Item = Option<Signpost>>) -> Vec<Signpost> {
    let mut all: Vec<Option<Signpost>> = Vec::new();
    for band in bands {
        let before = all.last_mut().and_then(Option::as_mut);
        let same = before.zip(band.as_ref()).filter(|(before, band)| before.asks_like(band));
        if let Some((before, band)) = same {
            before.join(band);
        } else {
            all.push(band);
        }
    }
    all.into_iter().flatten().collect()
}

/// What may come in one band; `None` where that is rare, or hardly anybody is asked for.
fn signpost(
    lab: &Lab<'_>,
    (month, choice): (f64, Choice),
    band: &[Review],
    of: usize,
) -> Option<Signpost> {
    let probability = band.len() as f64 / of as f64;
    let (first, last) = (band.first()?, band.last()?);
    let asking: Vec<Review> = band.iter().copied().filter(|it| it.asked > 0).collect();
    let asked = asking.len() as f64 / band.len() as f64;
    let temporary = if choice.temporary { median(band, |it| it.temporary) } else { 0 };
    let likely = asked >= LIKELY || temporary > 0;
    (probability >= RARE && likely).then_some(Signpost {
        role: first.role,
        review: date_at(&lab.base().timeline, month)?,
        from: minutes(first),
        to: minutes(last),
        vacancies: median(band, |it| it.asked),
        people: median(band, |it| it.people),
        probability,
        temporary,
        asked,
        asked_vacancies: median(&asking, |it| it.asked),
        asked_people: median(&asking, |it| it.people),
    })
}

/// The upper median of a number of some reviews; zero of none.
fn median(reviews: &[Review], number: impl Fn(&Review) -> u32) -> u32 {
    let mut numbers: Vec<u32> = reviews.iter().map(number).collect();
    numbers.sort_unstable();
    numbers.get(numbers.len() / 2).copied().unwrap_or(0)
}
