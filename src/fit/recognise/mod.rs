//! Recognition: which product this is, and which column means what.
//!
//! A header suggests, the values decide: a column called "created" that holds no stamps is not
//! taken. Product profiles are data, in `profiles.toml`.

mod kind;
mod kinds;
mod profiles;
mod words;

pub(crate) use kinds::{Class, marks_escalation, marks_repeat};
pub(crate) use words::{is_in_work, is_internal, is_merged, is_over, is_spam};

use super::Request;
use super::columns::{Column, Columns};
use super::refused::Refused;
use profiles::{PRODUCTS, Product};

/// Parts of headers of what was planned, and not of what happened.
const PLANNED: [&str; 7] = ["план", "срок", "due", "target", "deadline", "sla", "expected"];

/// What a column can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    Id,
    Created,
    First,
    Started,
    FirstMinutes,
    Solved,
    Closed,
    Status,
    Class,
    Priority,
    Effort,
    Agent,
    Client,
    Project,
    Resolution,
    Repeat,
    Reopens,
    Escalated,
    Updated,
    /// When a row of a log was written, where no column says when its ticket was created.
    Event,
    Tags,
}

impl Field {
    /// Every field and its name in `profiles.toml` and `--map`.
    pub(crate) const ALL: [(Self, &str); 21] = [
        (Self::Id, "id"),
        (Self::Created, "created"),
        (Self::First, "first"),
        (Self::Started, "started"),
        (Self::FirstMinutes, "first_minutes"),
        (Self::Solved, "solved"),
        (Self::Closed, "closed"),
        (Self::Status, "status"),
        (Self::Class, "class"),
        (Self::Priority, "priority"),
        (Self::Effort, "effort"),
        (Self::Agent, "agent"),
        (Self::Client, "client"),
        (Self::Project, "project"),
        (Self::Resolution, "resolution"),
        (Self::Repeat, "repeat"),
        (Self::Reopens, "reopens"),
        (Self::Escalated, "escalated"),
        (Self::Updated, "updated"),
        (Self::Event, "event"),
        (Self::Tags, "tags"),
    ];

    /// Its name in `--map`.
    pub(crate) fn name(self) -> &'static str {
        Self::ALL.iter().find(|it| it.0 == self).map_or("", |it| it.1)
    }

    /// Whether its values are names of people or clients, or may hold some.
    pub(crate) fn is_of_people(self) -> bool {
        matches!(self, Self::Agent | Self::Client | Self::Tags)
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|it| it.1 == name.to_lowercase()).map(|it| it.0)
    }

    /// Whether what a column holds can be this.
    fn suits(self, column: &Column) -> bool {
        match self {
            Self::Created | Self::First | Self::Started | Self::Solved | Self::Closed => {
                column.is_stamps()
            }
            Self::Updated | Self::Event => column.is_stamps(),
            Self::Effort | Self::FirstMinutes => {
                column.is_amounts() && column.numbers + column.lengths > 20
            }
            Self::Reopens => column.numbers > 0,
            Self::Agent | Self::Client => column.filled > 0 && !column.is_stamps(),
            _ => column.filled > 0,
        }
    }
}

/// What was taken for what, and why.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Guess {
    pub(crate) field: Field,
    pub(crate) header: String,
    /// Three values of the column.
    pub(crate) samples: Vec<String>,
    /// Whether another column could be meant, or the values leave a doubt.
    pub(crate) is_doubtful: bool,
}

/// The columns of an export by their meaning.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recognised {
    pub(crate) product: Option<String>,
    pub(crate) guesses: Vec<Guess>,
    columns: Vec<(Field, usize)>,
    /// Columns whose values say "a developer had to help" or "again".
    pub(crate) escalation: Vec<usize>,
    pub(crate) repeat: Vec<usize>,
    /// The classes of tickets, by the value of the class column.
    pub(crate) classes: Vec<Class>,
    /// Minutes in one unit of the effort column, where its cells are bare numbers.
    pub(crate) effort_unit: f64,
    /// `--only`, by position.
    pub(crate) only: Vec<(usize, String)>,
}

impl Recognised {
    /// Whether every row tells one thing that happened to a ticket, and nothing else of its times.
    pub(crate) fn is_log(&self) -> bool {
        self.at(Field::Created).is_some() && self.at(Field::Created) == self.at(Field::Event)
    }

    /// Where only the moments of rows are known, the first of a ticket is that of its creation.
    fn take_log(&mut self) {
        if let Some(at) = self.at(Field::Event) {
            self.columns.retain(|it| it.0 != Field::Updated);
            self.columns.extend([(Field::Created, at), (Field::Updated, at)]);
        }
    }

    /// Where a field stands.
    pub(crate) fn at(&self, field: Field) -> Option<usize> {
        self.columns.iter().find(|it| it.0 == field).map(|it| it.1)
    }
}

/// Finds the product, the columns and the classes.
pub(crate) fn recognise(
    columns: &Columns,
    request: &Request,
    file: &str,
) -> Result<Recognised, Refused> {
    let headers: Vec<String> = columns.all.iter().map(|it| it.header.to_lowercase()).collect();
    let original = || columns.all.iter().map(|it| it.header.clone()).collect::<Vec<_>>();
    let find = |asked: &str| {
        let at = headers.iter().position(|it| *it == asked.to_lowercase());
        at.ok_or_else(|| Refused::NoColumn { asked: asked.to_owned(), headers: original() })
    };
    let product = PRODUCTS.iter().max_by_key(|it| it.likeness(&headers));
    let product = product.filter(|it| it.likeness(&headers) >= 2);
    let mut found =
        Recognised { product: product.map(|it| it.name.clone()), ..Recognised::default() };
    for (name, header) in &request.map {
        let fields = || Field::ALL.iter().map(|it| it.1.to_owned()).collect();
        let field = Field::named(name)
            .ok_or_else(|| Refused::NoField { asked: name.clone(), fields: fields() })?;
        let at = find(header)?;
        if !field.suits(&columns.all[at]) {
            let sample = columns.all[at].samples.first().cloned().unwrap_or_default();
            return Err(Refused::WrongColumn { asked: format!("{name}={header}"), sample });
        }
        found.columns.push((field, at));
    }
    for (field, name) in Field::ALL {
        if found.at(field).is_none()
            && let Some(at) = by_name(name, field, product, &headers, columns, &found)
        {
            found.columns.push((field, at));
        }
    }
    if found.at(Field::Created).is_none() {
        found.take_log();
    }
    if found.at(Field::Created).is_none() {
        return Err(Refused::NoCreated { file: file.to_owned(), headers: original() });
    }
    for (header, value) in &request.only {
        found.only.push((find(header)?, value.clone()));
    }
    kinds::classes(&mut found, columns, request);
    kinds::marks(&mut found, columns);
    found.effort_unit = effort_unit(&found, columns, product);
    found.guesses = guesses(&found, columns, request);
    Ok(found)
}

/// The column of a field: by the product's own names, else by those of any product; each column once.
fn by_name(
    name: &str,
    field: Field,
    product: Option<&Product>,
    headers: &[String],
    columns: &Columns,
    found: &Recognised,
) -> Option<usize> {
    let others = PRODUCTS.iter().filter(|it| product.is_none_or(|own| own.name != it.name));
    let names = product.into_iter().chain(others).flat_map(|it| it.names(name));
    let free = |at: &usize| {
        found
            .columns
            .iter()
            .all(|it| it.1 != *at || it.0 == Field::Priority || field == Field::Priority)
    };
    let mut candidates = names.flat_map(|wanted| {
        let places = headers.iter().enumerate().filter(|it| is_called(it.1, wanted));
        places.map(|it| it.0)
    });
    // A day without a time is before anything that was created on it.
    let is_exact = |at: &usize| {
        let created = found.at(Field::Created).map(|it| &columns.all[it]);
        let column = &columns.all[*at];
        column.has_times() || !column.is_stamps() || !created.is_some_and(Column::has_times)
    };
    candidates.find(|at| free(at) && field.suits(&columns.all[*at]) && is_exact(at))
}

/// Whether a header in lower case is a name of a profile, or has its parts and is of no plan.
fn is_called(header: &str, name: &str) -> bool {
    let header = header.replace('_', " ");
    match name.strip_prefix('~') {
        Some(parts) => {
            parts.split(' ').all(|it| header.contains(it))
                && PLANNED.iter().all(|it| !header.contains(it))
        }
        None => header == name.replace('_', " "),
    }
}

/// Whether a header is no name that any product has, but was guessed by its parts.
fn is_guessed(header: &str) -> bool {
    let header = header.to_lowercase();
    let names =
        PRODUCTS.iter().flat_map(|it| Field::ALL.iter().flat_map(|field| it.names(field.1)));
    names.filter(|it| !it.starts_with('~')).all(|it| !is_called(&header, it))
}

/// Whether a row without a date is the header of a table: it has no number, and the names of a moment of
/// creation and of the number of a ticket.
pub(crate) fn is_header(record: &csv::StringRecord) -> bool {
    let has = |field: Field| {
        let names = PRODUCTS.iter().flat_map(|it| it.names(field.name()));
        let mut exact = names.filter(|it| !it.starts_with('~'));
        exact.any(|name| record.iter().any(|it| is_called(&it.trim().to_lowercase(), name)))
    };
    let has_number = |it: &str| it.bytes().any(|it| it.is_ascii_digit());
    !record.iter().any(has_number) && has(Field::Created) && has(Field::Id)
}

/// Minutes in a unit of bare numbers: by the product, by the header, or by what is plausible.
fn effort_unit(found: &Recognised, columns: &Columns, product: Option<&Product>) -> f64 {
    let Some(at) = found.at(Field::Effort) else { return 1.0 };
    let column = &columns.all[at];
    let header = column.header.to_lowercase();
    if let Some(unit) = words::unit_of(&header) {
        return unit;
    }
    let own = product.filter(|it| it.names("effort").any(|it| *it == header));
    if let Some(unit) = own.and_then(|it| it.effort_unit.as_deref()) {
        return words::unit_of(unit).unwrap_or(1.0);
    }
    let mean = column.sum / column.numbers.max(1) as f64;
    let all_whole = column.whole == column.numbers;
    match mean {
        it if it >= 300.0 && all_whole => 1.0 / 60.0,
        it if it < 6.0 && !all_whole => 60.0,
        _ => 1.0,
    }
}

fn guesses(found: &Recognised, columns: &Columns, request: &Request) -> Vec<Guess> {
    let mut columns_of = found.columns.clone();
    columns_of.sort();
    let guess = |(field, at): (Field, usize)| {
        let column = &columns.all[at];
        let is_given = request.map.iter().any(|it| Field::named(&it.0) == Some(field));
        let is_stamp = column.is_stamps() && field.suits(column);
        let is_named = found.product.is_some() || is_given;
        Guess {
            field,
            header: column.header.clone(),
            samples: column.samples.clone(),
            is_doubtful: !is_named && field == Field::Created
                || !is_given && is_guessed(&column.header)
                || is_stamp && columns.is_order_open(at),
        }
    };
    columns_of.into_iter().map(guess).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use csv::StringRecord;

    fn columns(rows: &[&[&str]]) -> Columns {
        let headers: Vec<String> = rows[0].iter().map(|it| (*it).to_owned()).collect();
        let mut columns = Columns::new(&headers);
        rows[1..].iter().for_each(|it| columns.see(&StringRecord::from(it.to_vec())));
        columns
    }

    #[test]
    fn a_column_is_what_it_holds_and_not_only_what_it_is_called() {
        let rows: &[&[&str]] =
            &[&["Created", "Created on", "ID"], &["anna", "01.02.2026 10:00", "1"]];
        let found = recognise(&columns(rows), &Request::default(), "x.csv").unwrap();
        assert_eq!(found.at(Field::Created), Some(1));
    }

    #[test]
    fn without_a_column_of_creation_nothing_is_guessed() {
        let rows: &[&[&str]] = &[&["Name", "Sum"], &["a", "5"]];
        let refused = recognise(&columns(rows), &Request::default(), "x.csv").unwrap_err();
        assert!(matches!(refused, Refused::NoCreated { .. }), "{refused:?}");
    }

    #[test]
    fn a_column_given_for_a_date_must_hold_dates() {
        let rows: &[&[&str]] = &[&["Name", "Created"], &["a", "01.02.2026"]];
        let request =
            Request { map: vec![("created".into(), "Name".into())], ..Request::default() };
        assert!(matches!(
            recognise(&columns(rows), &request, "x.csv"),
            Err(Refused::WrongColumn { .. })
        ));
    }
}
