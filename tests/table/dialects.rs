//! The same figures, however a table of them is written.

use jangkau::cube::{DimIx, Role};
use jangkau::tabular::{Answers, Gravity, table_from_bytes};
use proptest::prelude::*;

/// How a table is written.
#[derive(Debug, Clone)]
struct Dialect {
    delimiter: char,
    decimal: char,
    group: &'static str,
    titles: usize,
    notes: usize,
    line_end: &'static str,
    has_mark: bool,
    is_wide: bool,
}

fn dialects() -> impl Strategy<Value = Dialect> {
    let delimiter = prop::sample::select(vec![',', ';', '\t', '|']);
    let signs = prop::sample::select(vec![
        ('.', ""),
        ('.', ","),
        ('.', " "),
        ('.', "'"),
        ('.', "\u{a0}"),
        (',', ""),
        (',', "."),
        (',', "\u{202f}"),
    ]);
    let line_end = prop::sample::select(vec!["\n", "\r\n", "\r"]);
    (
        delimiter,
        signs,
        0..3_usize,
        0..3_usize,
        line_end,
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(
            |(delimiter, (decimal, group), titles, notes, line_end, has_mark, is_wide)| Dialect {
                delimiter,
                decimal,
                group,
                titles,
                notes,
                line_end,
                has_mark,
                is_wide,
            },
        )
}

/// Figures in tenths. Shape: area, sex, year. The first has a single decimal and the last none, so that
/// the decimal sign can be told.
fn figures() -> impl Strategy<Value = Vec<Vec<Vec<u32>>>> {
    let years = prop::collection::vec(1..40_000_000_u32, 3);
    let sexes = prop::collection::vec(years, 2);
    prop::collection::vec(sexes, 3..8).prop_map(|mut all| {
        all[0][0][0] = all[0][0][0] / 10 * 10 + 5;
        all
    })
}

const SEXES: [&str; 2] = ["Female", "Male"];
const YEARS: [&str; 3] = ["2021", "2022", "2023"];

impl Dialect {
    fn field(&self, text: &str) -> String {
        if text.contains([self.delimiter, '"']) {
            format!("\"{text}\"")
        } else {
            text.to_owned()
        }
    }

    fn row(&self, fields: &[String]) -> String {
        let fields: Vec<String> = fields.iter().map(|field| self.field(field)).collect();
        fields.join(&self.delimiter.to_string())
    }

    /// A figure in tenths, with one decimal.
    fn figure(&self, tenths: u32) -> String {
        let whole = (tenths / 10).to_string();
        let groups: Vec<&str> = whole
            .as_bytes()
            .rchunks(3)
            .rev()
            .map(|group| std::str::from_utf8(group).unwrap())
            .collect();
        format!("{}{}{}", groups.join(self.group), self.decimal, tenths % 10)
    }

    fn text(&self, all: &[Vec<Vec<u32>>]) -> String {
        let own = |text: &str| text.to_owned();
        let mut lines: Vec<String> = (0..self.titles)
            .map(|at| self.field(&format!("Table {at}: households")))
            .collect();
        let mut heading = vec![own("Code"), own("Area"), own("Sex")];
        if self.is_wide {
            heading.extend(YEARS.map(own));
        } else {
            heading.extend([own("Year"), own("Households")]);
        }
        lines.push(self.row(&heading));
        for (area, sexes) in all.iter().enumerate() {
            for (sex, years) in sexes.iter().enumerate() {
                let stub = [
                    format!("{area:02}"),
                    format!("Area {}", (b'A' + u8::try_from(area).unwrap()) as char),
                    own(SEXES[sex]),
                ];
                if self.is_wide {
                    let figures = years.iter().map(|it| self.figure(*it));
                    lines.push(self.row(&stub.into_iter().chain(figures).collect::<Vec<_>>()));
                    continue;
                }
                for (year, figure) in years.iter().enumerate() {
                    let rest = [own(YEARS[year]), self.figure(*figure)];
                    lines.push(self.row(&stub.iter().cloned().chain(rest).collect::<Vec<_>>()));
                }
            }
        }
        lines.extend((0..self.notes).map(|at| self.field(&format!("Note {at}, of the office"))));
        let mark = if self.has_mark { "\u{feff}" } else { "" };
        format!("{mark}{}{}", lines.join(self.line_end), self.line_end)
    }
}

proptest! {
    #[test]
    fn a_table_holds_the_same_figures_in_every_dialect(dialect in dialects(), all in figures()) {
        let text = dialect.text(&all);
        let table = table_from_bytes("households.csv", text.as_bytes(), &Answers::default());
        let grave: Vec<String> = (table.findings.sorted().into_iter())
            .filter(|finding| finding.gravity <= Gravity::Question)
            .map(ToString::to_string)
            .collect();
        prop_assert!(grave.is_empty(), "{grave:?}\n{text}");
        let cube = table.cube.unwrap();
        let sizes: Vec<usize> = cube.shape().sizes().to_vec();
        prop_assert_eq!(&sizes, &[all.len(), 2, 3, 1], "{}", text);
        prop_assert_eq!(cube.dimension(DimIx(0)).role(), Role::Geo);
        prop_assert_eq!(cube.dimension(DimIx(2)).role(), Role::Time);
        let expected = all.iter().flatten().flatten();
        for (cell, tenths) in expected.enumerate() {
            let found = cube.values().get(cell);
            prop_assert!((found - f64::from(*tenths) / 10.0).abs() < 1e-9, "cell {cell}: {found}\n{text}");
        }
    }

    #[test]
    fn nothing_that_is_thrown_at_it_makes_it_fall_over(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _read = table_from_bytes("noise.csv", &bytes, &Answers::default());
    }

    #[test]
    fn no_text_of_delimiters_quotes_and_figures_makes_it_fall_over(
        text in "([a-c]|[0-9]{1,4}|[,;\"\n\t.<%() -]){0,200}"
    ) {
        let _read = table_from_bytes("noise.csv", text.as_bytes(), &Answers::default());
    }
}
