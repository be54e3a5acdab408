//! A workbook as sheets of cells.

use std::io::Cursor;

use calamine::{
    Data, DataRef, Dimensions, Ods, OdsError, Reader, Sheet, SheetType, SheetVisible, Xls,
    XlsError, Xlsx, XlsxError,
};

use super::archive::{NoArchive, check_archive};
use super::cell_text::{CellFormat, borrowed, shown};
use super::hidden_parts::HiddenParts;
use super::sheet_grid::{Building, SheetGrid};
use crate::formats::WorkbookKind;

/// Bytes that a workbook may unpack to.
const MOST_BYTES: u64 = 2_000_000_000;

/// Why a workbook is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NoWorkbook {
    /// What its reader says is wrong.
    Broken(String),
    /// It is locked by a password.
    Locked,
    /// It has more bytes or cells than are taken.
    TooLarge,
}

impl From<XlsxError> for NoWorkbook {
    fn from(error: XlsxError) -> Self {
        if matches!(error, XlsxError::Password) {
            Self::Locked
        } else {
            Self::Broken(error.to_string())
        }
    }
}

impl From<XlsError> for NoWorkbook {
    fn from(error: XlsError) -> Self {
        if matches!(error, XlsError::Password) {
            Self::Locked
        } else {
            Self::Broken(error.to_string())
        }
    }
}

impl From<OdsError> for NoWorkbook {
    fn from(error: OdsError) -> Self {
        if matches!(error, OdsError::Password) {
            Self::Locked
        } else if matches!(error, OdsError::CellLimitExceeded { .. }) {
            Self::TooLarge
        } else {
            Self::Broken(error.to_string())
        }
    }
}

/// The name of a sheet, and whether it is hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SheetName {
    pub(super) name: String,
    pub(super) is_hidden: bool,
}

type Bytes<'b> = Cursor<&'b [u8]>;

enum Opened<'b> {
    Xlsx(Box<Xlsx<Bytes<'b>>>),
    Xls(Box<Xls<Bytes<'b>>>),
    Ods(Box<Ods<Bytes<'b>>>),
}

/// A workbook whose sheets are read one at a time.
pub(super) struct Workbook<'b> {
    file: &'b str,
    bytes: &'b [u8],
    opened: Opened<'b>,
}

impl<'b> Workbook<'b> {
    /// Opens a workbook. `file`: its name, for what is found.
    pub(super) fn open(
        file: &'b str,
        bytes: &'b [u8],
        kind: WorkbookKind,
    ) -> Result<Self, NoWorkbook> {
        if kind != WorkbookKind::Xls {
            check_archive(bytes, MOST_BYTES).map_err(|error| match error {
                NoArchive::Broken => NoWorkbook::Broken("no list of its parts".to_owned()),
                NoArchive::TooLarge => NoWorkbook::TooLarge,
            })?;
        }
        let cursor = Cursor::new(bytes);
        let opened = match kind {
            WorkbookKind::Xlsx => Opened::Xlsx(Box::new(Xlsx::new(cursor)?)),
            WorkbookKind::Xls => Opened::Xls(Box::new(Xls::new(cursor)?)),
            WorkbookKind::Ods => Opened::Ods(Box::new(Ods::new(cursor)?)),
        };
        Ok(Self {
            file,
            bytes,
            opened,
        })
    }

    /// Its sheets of cells, in order.
    pub(super) fn sheet_names(&self) -> Vec<SheetName> {
        let sheets = match &self.opened {
            Opened::Xlsx(opened) => opened.sheets_metadata(),
            Opened::Xls(opened) => opened.sheets_metadata(),
            Opened::Ods(opened) => opened.sheets_metadata(),
        };
        let name = |sheet: &Sheet| SheetName {
            name: sheet.name.clone(),
            is_hidden: sheet.visible != SheetVisible::Visible,
        };
        let of_cells = sheets.iter().filter(|it| it.typ == SheetType::WorkSheet);
        of_cells.map(name).collect()
    }

    /// The cells of a sheet.
    pub(super) fn sheet(&mut self, name: &str) -> Result<SheetGrid, NoWorkbook> {
        let mut building = Building::of(self.file, name);
        let merged = match &mut self.opened {
            Opened::Xlsx(opened) => {
                xlsx_cells(opened, name, &mut building)?;
                building.hidden(HiddenParts::of_sheet(self.bytes, name));
                opened.merge_cells_by_sheet_name(name)?
            }
            Opened::Xls(opened) => {
                range_cells(&mut **opened, name, &mut building)?;
                opened.merge_cells_by_sheet_name(name)?
            }
            Opened::Ods(opened) => {
                range_cells(&mut **opened, name, &mut building)?;
                let values = opened.worksheet_range(name)?;
                let formulas = opened.worksheet_formula(name)?;
                let (first_row, first_column) = formulas.start().unwrap_or_default();
                for (row, column, _) in formulas.used_cells() {
                    let at = (place(first_row, row), place(first_column, column));
                    let has_value = values.get_value(at).is_some_and(|it| *it != Data::Empty);
                    building.formula(at, has_value);
                }
                Vec::new()
            }
        };
        building.finished(&merged)
    }
}

/// What the style of a cell says of what it shows.
struct CellStyle {
    format: Option<CellFormat>,
    /// How many steps it stands further in.
    indent: usize,
}

fn place(first: u32, offset: usize) -> u32 {
    first.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX))
}

/// Reads the cells one by one: a sheet says of itself what it likes, and two cells may be far apart.
fn xlsx_cells(
    opened: &mut Xlsx<Bytes<'_>>,
    name: &str,
    building: &mut Building,
) -> Result<(), NoWorkbook> {
    let mut reader = opened.worksheet_cells_reader(name)?;
    let styles: Vec<CellStyle> = (reader.styles().iter())
        .map(|style| CellStyle {
            format: style
                .number_format
                .as_ref()
                .map(|it| CellFormat::of(&it.format_code)),
            indent: (style.alignment.as_ref())
                .and_then(|it| it.indent)
                .map_or(0, usize::from),
        })
        .collect();
    while let Some((cell, style)) = reader.next_cell_with_style_id()? {
        let style = styles.get(style);
        let format = style.and_then(|style| style.format.as_ref());
        let shown = shown(cell.get_value(), format);
        let indent = style.map_or(0, |style| style.indent);
        building.put(cell.get_position(), &shown.indented(indent))?;
    }
    drop(reader);
    let mut reader = opened.worksheet_cells_reader(name)?;
    while let Some(cell) = reader.next_cell_with_formula_metadata()? {
        if cell.formula.is_some() {
            building.formula(cell.pos, cell.value != DataRef::Empty);
            building.formula_value(
                cell.pos,
                matches!(cell.value, DataRef::Float(it) if it == 0.0),
            );
        }
    }
    Ok(())
}

/// The cells of a sheet that was read as a whole. Of its formats nothing is known.
fn range_cells<'b, R: Reader<Bytes<'b>>>(
    opened: &mut R,
    name: &str,
    building: &mut Building,
) -> Result<(), NoWorkbook>
where
    NoWorkbook: From<R::Error>,
{
    let range = opened.worksheet_range(name)?;
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let at = (place(first_row, row), place(first_column, column));
        building.put(at, &shown(&borrowed(value), None))?;
        building.fraction(value);
    }
    Ok(())
}

/// The rows and the column of a region of merged cells that is one column wide and several rows high,
/// counted from 0.
pub(super) fn tall(merged: &Dimensions) -> Option<(std::ops::RangeInclusive<u32>, u32)> {
    let ((from, column), (to, last)) = (merged.start, merged.end);
    (column == last && from < to).then_some((from..=to, column))
}
