//! Tables of offices, PX and SDMX-CSV: what is read, and what is refused by which words.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod table {
    mod opened;
    mod px;
    mod px_figures;
    mod sdmx_csv;
}
