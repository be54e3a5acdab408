//! Tables as people write them, and PX and SDMX-CSV as offices do: what is right is read, what is wrong is
//! named with its place.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod table {
    mod across;
    mod agencies;
    mod answered;
    mod archive;
    mod dialects;
    mod dirty;
    mod opened;
    mod package;
    mod parts;
    mod pivot;
    mod px;
    mod px_figures;
    mod sdmx_csv;
    mod sections;
    mod tally;
    mod workbook;
}
