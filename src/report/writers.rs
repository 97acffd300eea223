//! The writers of a document that people open: a page, a workbook, and each chart for slides.

use super::{Batch, Document, FileError, chart, html, xlsx};

/// What a reader opens first.
pub(crate) const PAGE: &str = "report.html";
/// The same as tables and native charts.
pub(crate) const WORKBOOK: &str = "report.xlsx";
/// Charts stand in this folder.
pub(crate) const CHARTS: &str = "charts";

/// Why a report could not be added to its batch.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ReportError {
    /// A file could not be written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The workbook could not be made.
    #[error("report.xlsx: {0}")]
    Workbook(String),
}

/// Adds the page, the workbook and the charts of a document to a batch; returns the files' names.
pub(crate) fn add_report(
    document: &Document,
    batch: &mut Batch,
) -> Result<Vec<String>, ReportError> {
    batch.add(PAGE, html::page(document).as_bytes())?;
    let workbook = xlsx::workbook(document);
    let workbook = workbook.map_err(|error| ReportError::Workbook(error.to_string()))?;
    batch.add(WORKBOOK, &workbook)?;
    chart::add_files(document, CHARTS, batch)?;
    let mut names = vec![PAGE.to_owned(), WORKBOOK.to_owned()];
    for chart in document.charts() {
        names.extend(["png", "svg"].map(|it| format!("{CHARTS}/{}.{it}", chart.key)));
    }
    Ok(names)
}
