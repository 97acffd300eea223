//! What every sentence needs: the names of a scenario in the reader's language.

use super::phrase::{inline, quoted};
use crate::experiment::PolicyOutcome;
use crate::ids::{InputId, RoleId, SlaId};
use crate::measure::Column;
use crate::measures::Measure;
use crate::plan::promises::promise::judge_of;
use crate::report::{Locale, Noun, Sentence, Word, counted, texts};
use crate::scenario::{
    Driver, Input, Policy, Promise, Reading, Role, Scenario, Sla, Stream, Text, Unknown,
};

/// What has a title, and a key that stands for it where there is none.
pub(crate) trait Named {
    /// In both languages; may be empty.
    fn title(&self) -> &Text;
    /// In the scenario.
    fn key(&self) -> &str;
}

macro_rules! named {
    ($($what:ty: $title:ident, $key:ident;)*) => {
        $(impl Named for $what {
            #[allow(clippy::misnamed_getters, reason = "a scenario's key is its name")]
            fn title(&self) -> &Text {
                &self.$title
            }

            fn key(&self) -> &str {
                &self.$key
            }
        })*
    };
}

named! {
    Scenario: title, name;
    Role: title, key;
    Stream: title, key;
    Sla: title, key;
    Driver: title, key;
    Input: title, path;
    Policy: title, key;
    PolicyOutcome: title, key;
    Column: scope_title, scope;
    Unknown: title, key;
    Reading: title, key;
}

/// A scenario and a language.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The scenario that is spoken of.
    pub(crate) scenario: &'a Scenario,
    /// In which language.
    pub(crate) locale: Locale,
}

impl Context<'_> {
    pub(crate) fn say(self, sentence: impl Sentence) -> String {
        self.locale.say(sentence)
    }

    /// The title of something, or its key where it has none.
    pub(crate) fn name(self, it: &impl Named) -> &str {
        self.called(it.key(), it.title())
    }

    /// The same of a key and a title.
    pub(crate) fn called<'a>(self, key: &'a str, title: &'a Text) -> &'a str {
        match title.in_lang(self.locale.lang) {
            "" => key,
            title => title,
        }
    }

    pub(crate) fn quoted(self, it: &impl Named) -> String {
        quoted(self.name(it), self.locale.lang)
    }

    /// A role inside a sentence.
    pub(crate) fn role(self, role: RoleId) -> String {
        inline(self.name(&self.scenario.roles[role.index()]))
    }

    /// An SLA, quoted.
    pub(crate) fn sla(self, sla: SlaId) -> String {
        self.quoted(&self.scenario.slas[sla.index()])
    }

    /// An uncertain number inside a sentence.
    pub(crate) fn input(self, input: InputId) -> String {
        inline(self.name(&self.scenario.inputs[input.index()]))
    }

    /// In which months a promise must be kept: `in at least 11 of any 12 months`.
    pub(crate) fn promise(self) -> String {
        let judge = judge_of(self.scenario);
        let word = match self.scenario.planning.promise {
            Promise::EveryQuarter => Word::EveryQuarter,
            Promise::ElevenOfTwelve if judge.spans() >= 12 => Word::ElevenOfTwelve,
            Promise::ElevenOfTwelve if judge.forgiven(0) == 1 => Word::AllButOneMonth,
            Promise::ElevenOfTwelve => Word::EveryMonth,
        };
        self.say(word)
    }

    /// What is measured of every promise together.
    pub(crate) fn promised(self) -> Measure {
        match self.scenario.planning.promise {
            Promise::ElevenOfTwelve => Measure::SlaYearsMet,
            Promise::EveryQuarter => Measure::SlaQuartersMet,
        }
    }

    /// The place of a hire in its role, the people of today and those who come anyhow counted: the
    /// second TP manager.
    pub(crate) fn place(self, role: RoleId, hire: usize) -> usize {
        self.scenario.known_people(role) + hire
    }

    /// The horizon: `36 months`.
    pub(crate) fn horizon(self) -> String {
        counted(self.scenario.timeline.months() as f64, Noun::MONTH, self.locale)
    }

    /// `1,000 replications`.
    pub(crate) fn replications(self, count: u64) -> String {
        counted(count as f64, Noun::REPLICATION, self.locale)
    }

    /// Where the numbers of a chart of a plan or a sensitivity come from.
    pub(crate) fn source(self, replications: u64, seed: u64) -> String {
        self.say(texts::PlanSourceLine {
            version: env!("CARGO_PKG_VERSION"),
            scenario: &self.scenario.name,
            replications: self.replications(replications),
            seed,
        })
    }
}

/// What stands in a context speaks as the context does.
macro_rules! in_context {
    ($of:ident) => {
        impl<'a> std::ops::Deref for $of<'a> {
            type Target = $crate::report::compose::context::Context<'a>;

            fn deref(&self) -> &Self::Target {
                &self.context
            }
        }
    };
}
pub(super) use in_context;
