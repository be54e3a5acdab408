//! SDMX-CSV 1.0 and 2.0 (<https://github.com/sdmx-twg/sdmx-csv>): a row a figure, its codes in columns
//! whose headings the standard gives; Eurostat's columns, too.
//!
//! | column | becomes |
//! |---|---|
//! | `DATAFLOW`, `STRUCTURE_ID` | the title; one dataflow a file |
//! | `ACTION` | `I`, `A`, `R` and `M` are read, others refused |
//! | before `OBS_VALUE` | dimensions, `TIME_PERIOD` as time, `UNIT_MEASURE` with the unit |
//! | `OBS_VALUE` | the figure; blank, `NaN` and `:` are none |
//! | `OBS_STATUS`, `OBS_FLAG` | the status |
//! | `CONF_STATUS` | anything but `F` hides the figure |
//! | `UNIT_MEASURE`, `UNIT_MULT`, `DECIMALS` after it | the unit |
//! | other columns after it | a note, where every row says the same |
//! | `X_LABEL`, `X: name`, names in pairs | the names of the codes of `X` |

mod dimensions;
mod figure;
mod header;
mod metadata;
mod reader;
mod rows;
mod unit;

pub use reader::cube_from_bytes;

/// Whether a text begins with the header of an SDMX-CSV file.
pub(super) fn is_sdmx_csv(text: &[u8]) -> bool {
    let text = text.strip_prefix(b"\"").unwrap_or(text);
    let after = text
        .strip_prefix(b"DATAFLOW")
        .or_else(|| text.strip_prefix(b"STRUCTURE"));
    let Some(after) = after else {
        return false;
    };
    let after = after.strip_prefix(b"\"").unwrap_or(after);
    matches!(
        after.first(),
        Some(b',' | b';' | b'\t' | b'|' | b':' | b'[')
    )
}
