//! The table of a view as files: what is shown, column by column and row by row, and no more.

mod csv;
mod facts;
mod sheet;
mod xlsx;

pub use csv::{csv_of_sheet, excel_csv_of_sheet};
pub use facts::{csv_of_facts, sheet_of_facts};
pub use sheet::{Field, Part, Sheet, SheetColumn};
pub use xlsx::{SheetError, xlsx_of_sheet};
