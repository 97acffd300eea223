//! What may stand behind a key, and how it is read.

use super::Form;
use super::table::Rows;
pub(crate) use super::table::{May, Must, Or, Shared};
use crate::scenario::model::{Count, Duration, Quantity, Text};
use crate::scenario::reader::{At, Check};
use crate::scenario::value::{self, Units, Wanted};
use jiff::civil::Date;

/// Something that may stand behind a key.
pub(crate) trait Shape {
    /// As the format describes it.
    fn form(&self) -> Form;
}

/// The same, when it can be read without knowing anything else of the scenario.
pub(crate) trait Reads: Shape {
    /// What it becomes.
    type Value;
    /// Reads it; a problem when it is something else.
    fn read(&self, at: &At<'_>, c: &mut Check<'_>) -> Option<Self::Value>;
}

macro_rules! forms {
    ($($(#[$doc:meta])* $name:ident, $form:expr $(, $value:ty, $read:expr)?;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $name;
        impl Shape for $name {
            fn form(&self) -> Form {
                $form
            }
        }
        $(impl Reads for $name {
            type Value = $value;
            fn read(&self, at: &At<'_>, c: &mut Check<'_>) -> Option<$value> {
                $read(at, c)
            }
        })?
    )*};
}

forms! {
    /// A text for both languages, or one for each.
    Title, Form::Title, Text, value::text;
    /// A text that is not empty.
    KeyWord, Form::Text, String, value::key_word;
    /// A name of something else in the scenario.
    Name, Form::Text;
    /// Names of something else in the scenario.
    Names, list_of(Form::Text);
    /// `true` or `false`.
    Truth, Form::Bool, bool, value::truth;
    /// A date.
    Day, Form::Date, Date, value::date;
    /// A random count.
    Times, Form::Count, Count, value::count;
    /// A random duration on the calendar clock.
    Elapsed, Form::Random, Duration, |at, c| value::duration(at, Units::CALENDAR, c);
    /// A random duration on a clock that is known elsewhere.
    Random, Form::Random;
    /// A duration on a clock that is known elsewhere.
    Time, Form::Duration;
}

/// A quantity that may be a range.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Uncertain(pub(crate) Wanted);
/// A quantity that cannot be a range.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known(pub(crate) Wanted);
/// A whole number between two bounds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Whole<T>(pub(crate) T, pub(crate) T);
/// One of some words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Choice<T: 'static>(pub(crate) &'static [(&'static str, T)]);
/// The keys of another kind, which stand in the same table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Keys(pub(crate) &'static Rows);
/// What only its own reader understands.
#[derive(Clone, Debug)]
pub(crate) struct Raw(pub(crate) Form);

impl Shape for Uncertain {
    fn form(&self) -> Form {
        self.0.form()
    }
}

impl Reads for Uncertain {
    type Value = Quantity;
    fn read(&self, at: &At<'_>, c: &mut Check<'_>) -> Option<Quantity> {
        value::quantity(at, self.0, c)
    }
}

impl Shape for Known {
    fn form(&self) -> Form {
        self.0.form()
    }
}

impl Reads for Known {
    type Value = f64;
    fn read(&self, at: &At<'_>, c: &mut Check<'_>) -> Option<f64> {
        value::known(at, self.0, c)
    }
}

impl<T: Copy + TryInto<i64>> Shape for Whole<T> {
    fn form(&self) -> Form {
        let bound = |it: T| it.try_into().unwrap_or(i64::MAX);
        Form::Whole(bound(self.0), bound(self.1))
    }
}

impl<T: Copy + TryInto<i64> + TryFrom<i64>> Reads for Whole<T> {
    type Value = T;
    fn read(&self, at: &At<'_>, c: &mut Check<'_>) -> Option<T> {
        let Form::Whole(least, most) = self.form() else { return None };
        value::whole(at, least, most, c)?.try_into().ok()
    }
}

impl<T> Shape for Choice<T> {
    fn form(&self) -> Form {
        Form::Choice(self.0.iter().map(|it| it.0).collect())
    }
}

impl<T: Clone> Reads for Choice<T> {
    type Value = T;
    fn read(&self, at: &At<'_>, c: &mut Check<'_>) -> Option<T> {
        let words: Vec<&'static str> = self.0.iter().map(|it| it.0).collect();
        value::choice(at, &words, c).map(|it| self.0[it].1.clone())
    }
}

impl Shape for Keys {
    fn form(&self) -> Form {
        Form::Shared(self.0)
    }
}

impl Shape for Raw {
    fn form(&self) -> Form {
        self.0.clone()
    }
}

/// A list of a form.
pub(crate) fn list_of(form: Form) -> Form {
    Form::List(Box::new(form))
}

/// A table with free names, each of a form.
pub(crate) fn named_of(form: Form) -> Form {
    Form::Named(Box::new(form))
}

/// One of some words.
pub(crate) fn words(words: &[&'static str]) -> Form {
    Form::Choice(words.to_vec())
}
