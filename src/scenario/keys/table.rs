//! A key is declared once: one line gives its name, what may stand there, whether it must, its
//! default and its description in both languages. Reader, schema, examples and the messages about
//! unknown keys all follow from the line.
//!
//! ```text
//! tables! {
//!     /// `[roles.…]`.
//!     ROLE = "role", RoleFile {
//!         headcount: Must Whole<u32>(0, 100_000), "Людей в начале", "People at the start";
//!         pay: Or Uncertain(AMOUNT) = NOTHING, "Оклад", "Gross pay";
//!     }
//! }
//! ```
//!
//! makes `ROLE`, the rows for whoever walks over the format, and `RoleFile`, the table as written:
//! its fields remember their places and are read when they are asked for.

use super::Form;
use super::forms::{Reads, Title};
use crate::scenario::model::Text;
use crate::scenario::reader::{At, Check};
use std::sync::LazyLock;

/// The rows of a kind of table. Kinds refer to each other in circles, so each is made when it is met.
pub(crate) type Rows = LazyLock<Kind>;

/// A kind of table: the keys it may have.
#[derive(Debug)]
pub(crate) struct Kind {
    /// A name for the schema.
    pub(crate) name: &'static str,
    rows: Vec<Key>,
}

/// A key of a table.
#[derive(Debug)]
pub(crate) struct Key {
    /// The key.
    pub(crate) name: &'static str,
    /// What stands there.
    pub(crate) form: Form,
    /// Whether it must be there.
    pub(crate) required: bool,
    /// What it is, in Russian.
    pub(crate) ru: &'static str,
    /// What it is, in English.
    pub(crate) en: &'static str,
}

impl Kind {
    /// A kind with some rows.
    pub(crate) fn new(name: &'static str, rows: Vec<Key>) -> Self {
        Self { name, rows }
    }

    /// Its keys, those that it shares with other kinds included.
    pub(crate) fn keys(&self) -> Vec<&Key> {
        let mut keys = Vec::new();
        for key in &self.rows {
            match &key.form {
                Form::Shared(kind) => keys.extend(kind.keys()),
                _ => keys.push(key),
            }
        }
        keys
    }

    /// A key by name.
    pub(crate) fn key(&self, name: &str) -> Option<&Key> {
        self.keys().into_iter().find(|it| it.name == name)
    }
}

/// A key that must be there.
#[derive(Clone, Debug)]
pub(crate) struct Must<'a, F> {
    /// What is written.
    pub(crate) at: Option<At<'a>>,
    form: F,
}

/// A key that may be there.
#[derive(Clone, Debug)]
pub(crate) struct May<'a, F> {
    /// What is written.
    pub(crate) at: Option<At<'a>>,
    form: F,
}

/// A key with a default.
#[derive(Clone, Debug)]
pub(crate) struct Or<'a, F: Reads> {
    /// What is written.
    pub(crate) at: Option<At<'a>>,
    form: F,
    default: F::Value,
}

/// Keys that several kinds of tables share.
#[derive(Clone, Debug)]
pub(crate) struct Shared<'a, F> {
    /// The table that they stand in.
    pub(crate) at: At<'a>,
    _form: F,
}

impl<'a, F> Must<'a, F> {
    pub(crate) const REQUIRED: bool = true;

    pub(crate) fn new(table: &At<'a>, key: &str, form: F) -> Self {
        Self { at: table.child(key), form }
    }

    /// The value, read by `read`; `None` when it is missing or wrong.
    pub(crate) fn with<T>(&self, read: impl FnOnce(&At<'a>) -> Option<T>) -> Option<T> {
        self.at.as_ref().and_then(read)
    }

    /// The value; `None` when it is missing or wrong.
    pub(crate) fn read(&self, c: &mut Check<'_>) -> Option<F::Value>
    where
        F: Reads,
    {
        self.with(|at| self.form.read(at, c))
    }
}

impl<'a, F> May<'a, F> {
    pub(crate) const REQUIRED: bool = false;

    pub(crate) fn new(table: &At<'a>, key: &str, form: F) -> Self {
        Self { at: table.child(key), form }
    }

    /// The value, read by `read`: absent is fine (`Some(None)`), wrong is not (`None`).
    #[allow(clippy::option_option)]
    pub(crate) fn with<T>(&self, read: impl FnOnce(&At<'a>) -> Option<T>) -> Option<Option<T>> {
        match &self.at {
            Some(at) => read(at).map(Some),
            None => Some(None),
        }
    }

    /// The value, read by `read`, or a default when it is absent; `None` when it is wrong.
    pub(crate) fn or<T>(&self, default: T, read: impl FnOnce(&At<'a>) -> Option<T>) -> Option<T> {
        self.at.as_ref().map_or(Some(default), read)
    }

    /// The value: absent is fine (`Some(None)`), wrong is not (`None`).
    #[allow(clippy::option_option)]
    pub(crate) fn read(&self, c: &mut Check<'_>) -> Option<Option<F::Value>>
    where
        F: Reads,
    {
        self.with(|at| self.form.read(at, c))
    }
}

impl May<'_, Title> {
    /// The text in both languages; what is called otherwise when it is absent or wrong.
    pub(crate) fn title(&self, default: &str, c: &mut Check<'_>) -> Text {
        let read = self.read(c).flatten();
        read.unwrap_or_else(|| Text { ru: default.to_owned(), en: default.to_owned() })
    }
}

impl<'a, F: Reads> Or<'a, F> {
    pub(crate) const REQUIRED: bool = false;

    pub(crate) fn new(table: &At<'a>, key: &str, form: F, default: F::Value) -> Self {
        Self { at: table.child(key), form, default }
    }

    /// The value, or the default when it is absent.
    pub(crate) fn read(self, c: &mut Check<'_>) -> Option<F::Value> {
        match &self.at {
            Some(at) => self.form.read(at, c),
            None => Some(self.default),
        }
    }

    /// The value, or the default also when it is wrong: a problem is told, and the check goes on.
    pub(crate) fn or_default(self, c: &mut Check<'_>) -> F::Value {
        let read = self.at.as_ref().and_then(|at| self.form.read(at, c));
        read.unwrap_or(self.default)
    }
}

impl<'a, F> Shared<'a, F> {
    pub(crate) const REQUIRED: bool = false;

    pub(crate) fn new(table: &At<'a>, _key: &str, form: F) -> Self {
        Self { at: table.clone(), _form: form }
    }
}

/// Declares kinds of tables: only their rows, for what is read in another way.
macro_rules! kinds {
    ($(
        $(#[$doc:meta])*
        $kind:ident = $name:literal {
            $($key:ident: $need:ident $form:ident $(<$of:ty>)? $(($($arg:expr),*))? $(= $or:expr)?,
                $ru:literal, $en:literal;)*
        }
    )*) => {$(
        $(#[$doc])*
        pub(crate) static $kind: $crate::scenario::keys::Rows = std::sync::LazyLock::new(|| {
            $crate::scenario::keys::Kind::new($name, vec![$($crate::scenario::keys::Key {
                name: stringify!($key),
                form: $crate::scenario::keys::forms::Shape::form(&$form $(($($arg),*))?),
                required: <$need<'_, $form $(<$of>)?>>::REQUIRED,
                ru: $ru,
                en: $en,
            }),*])
        });
    )*};
}
pub(crate) use kinds;

/// Declares kinds of tables, and the structs that they are read into; see the head of this file.
macro_rules! tables {
    ($(
        $(#[$doc:meta])*
        $kind:ident = $name:literal, $file:ident {
            $($key:ident: $need:ident $form:ident $(<$of:ty>)? $(($($arg:expr),*))? $(= $or:expr)?,
                $ru:literal, $en:literal;)*
        }
    )*) => {$(
        $crate::scenario::keys::kinds! {
            $(#[$doc])*
            $kind = $name {
                $($key: $need $form $(<$of>)? $(($($arg),*))? $(= $or)?, $ru, $en;)*
            }
        }

        $(#[$doc])*
        #[derive(Debug)]
        pub(crate) struct $file<'a> {
            $(pub(crate) $key: $need<'a, $form $(<$of>)?>,)*
        }

        #[allow(dead_code)] // Keys that others share are not opened; most tables are, and only so.
        impl<'a> $file<'a> {
            /// Checks that a value is a table, that its keys are known, and that none is missing.
            pub(crate) fn open(
                at: &$crate::scenario::reader::At<'a>,
                c: &mut $crate::scenario::reader::Check<'_>,
            ) -> Option<Self> {
                $crate::scenario::reader::open(at, &$kind, c)?;
                Some(Self::of(at))
            }

            /// The keys of this kind in a table that was opened as a kind which shares them.
            pub(crate) fn of(at: &$crate::scenario::reader::At<'a>) -> Self {
                Self {
                    $($key: $need::new(at, stringify!($key), $form $(($($arg),*))? $(, $or)?),)*
                }
            }
        }
    )*};
}
pub(crate) use tables;

/// Declares kinds of tables that are told apart by a key of their own, in the order in which the keys
/// are looked for: whoever reads them matches over the enum and must know each.
macro_rules! told_apart {
    ($(#[$doc:meta])* $all:ident: $kind:ident { $($name:ident = $key:literal, $rows:ident;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $kind {
            $(#[doc = $key] $name,)*
        }

        $(#[$doc])*
        pub(crate) static $all: &[($kind, &str, &$crate::scenario::keys::Rows)] =
            &[$(($kind::$name, $key, &$rows)),*];
    };
}
pub(crate) use told_apart;

/// A struct of which every field is an `Option`: all are computed, so that every problem is found,
/// and it is there when all of them are.
macro_rules! complete {
    ($of:ident $(:: $variant:ident)? { $($field:ident $(: $value:expr)?),* $(,)? }) => {
        match ($($crate::scenario::keys::complete!(@ $field $($value)?),)*) {
            ($(Some($field),)*) => Some($of $(:: $variant)? { $($field),* }),
            _ => None,
        }
    };
    (@ $field:ident) => { $field };
    (@ $field:ident $value:expr) => { $value };
}
pub(crate) use complete;
