//! A document as a workbook.
