//! Columns: what each column is, seen over the whole export.

use super::amount;
use super::stamp::{self, Order};
use csv::StringRecord;
use std::collections::BTreeMap;

/// A column with more different values than this is no list of kinds.
const KINDS: usize = 60;
/// Values that are shown as evidence.
const SAMPLES: usize = 3;

/// What was seen of the columns.
#[derive(Clone, Debug)]
pub(crate) struct Columns {
    pub(crate) all: Vec<Column>,
    pub(crate) rows: u64,
}

/// What was seen of one column.
#[derive(Clone, Debug, Default)]
pub(crate) struct Column {
    pub(crate) header: String,
    /// Cells with something in them.
    pub(crate) filled: u64,
    /// Cells that are stamps.
    pub(crate) stamps: u64,
    /// Of these, stamps that say more than the day.
    timed: u64,
    day_first: u64,
    month_first: u64,
    /// Stamps of which only the column can tell day from month.
    open: u64,
    /// Stamps that say how far from UTC they are.
    pub(crate) zoned: u64,
    /// Of these, stamps that say they are UTC.
    pub(crate) utc: u64,
    /// Cells that are numbers, and their sum.
    pub(crate) numbers: u64,
    pub(crate) sum: f64,
    pub(crate) whole: u64,
    /// Cells that are lengths of time.
    pub(crate) lengths: u64,
    /// Values and how often; emptied for good when there are too many.
    pub(crate) kinds: Option<BTreeMap<String, u64>>,
    pub(crate) samples: Vec<String>,
}

impl Columns {
    pub(crate) fn new(headers: &[String]) -> Self {
        let column = |header: &String| Column {
            header: header.clone(),
            kinds: Some(BTreeMap::new()),
            ..Column::default()
        };
        Self { all: headers.iter().map(column).collect(), rows: 0 }
    }

    /// Looks at a record.
    pub(crate) fn see(&mut self, record: &StringRecord) {
        self.rows += 1;
        for (column, cell) in self.all.iter_mut().zip(record) {
            column.see(cell.trim());
        }
    }

    /// Day or month first: by the column itself, or else by the other columns of the export.
    pub(crate) fn order(&self, column: usize) -> Order {
        let sum = |of: fn(&Column) -> u64| self.all.iter().map(of).sum::<u64>();
        let own = &self.all[column];
        let (day, month) = match (own.day_first, own.month_first) {
            (0, 0) => (sum(|it| it.day_first), sum(|it| it.month_first)),
            both => both,
        };
        if month > day { Order::MonthFirst } else { Order::DayFirst }
    }

    /// Whether nothing in the export tells day from month.
    pub(crate) fn is_order_open(&self, column: usize) -> bool {
        let told = self.all.iter().any(|it| it.day_first + it.month_first > 0);
        self.all[column].open > 0 && !told
    }
}

/// Cells that say that there is nothing.
pub(crate) fn is_blank(cell: &str) -> bool {
    matches!(cell, "" | "?" | "-" | "—" | "NULL" | "null" | "None" | "N/A" | "n/a")
}

impl Column {
    fn see(&mut self, cell: &str) {
        if is_blank(cell) {
            return;
        }
        self.filled += 1;
        if let Some(parts) = stamp::parts(cell) {
            self.stamps += 1;
            self.timed += u64::from(parts.has_time());
            self.open += u64::from(parts.is_open());
            self.zoned += u64::from(parts.offset.is_some());
            self.utc += u64::from(parts.offset == Some(0));
            match parts.evidence() {
                Some(Order::DayFirst) => self.day_first += 1,
                Some(Order::MonthFirst) => self.month_first += 1,
                None => (),
            }
        } else if cell.starts_with(|it: char| it.is_ascii_digit()) {
            if let Some(number) = amount::number(cell) {
                self.numbers += 1;
                self.sum += number;
                self.whole += u64::from(number.fract() == 0.0);
            } else if amount::minutes(cell).is_some() {
                self.lengths += 1;
            }
        }
        if let Some(kinds) = &mut self.kinds {
            if let Some(count) = kinds.get_mut(cell) {
                *count += 1;
            } else if kinds.len() < KINDS && cell.len() <= 80 {
                kinds.insert(cell.to_owned(), 1);
            } else {
                self.kinds = None;
            }
        }
        if self.samples.len() < SAMPLES
            && cell.len() <= 60
            && self.samples.iter().all(|it| it != cell)
        {
            self.samples.push(cell.to_owned());
        }
    }

    /// Whether the column holds stamps.
    pub(crate) fn is_stamps(&self) -> bool {
        self.filled > 0 && self.stamps * 10 >= self.filled * 8
    }

    /// Whether it says the time of the day, and not only the day.
    pub(crate) fn has_times(&self) -> bool {
        self.timed * 10 >= self.stamps
    }

    /// Whether the column holds numbers or lengths of time.
    pub(crate) fn is_amounts(&self) -> bool {
        self.filled > 0 && (self.numbers + self.lengths) * 10 >= self.filled * 8
    }
}
