//! Hidden cells of which one value is left.

use super::Measure;
use super::equation::narrow;
use super::hidden::Unknowns;
use super::relation::{Relation, relations};
use super::share::narrow_by_shares;
use crate::cube::{CatIx, Cube, DimIx};

/// So often every line is gone through again while the lines tell each other something.
const MOST_PASSES: usize = 30;

/// Hidden cells that can be worked out, and by what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkedOut {
    /// The cells of one line, or one cell.
    pub cells: Vec<usize>,
    /// By what.
    pub by: By,
}

/// What gives a hidden figure away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Its own sign stands for one value: `<2`.
    Sign,
    /// The line along a dimension: a total and its parts.
    Line {
        /// The dimension.
        dimension: DimIx,
        /// The total.
        of: CatIx,
        /// Whether it was the only cell of the line that was not known; else bounds leave one value.
        is_alone: bool,
    },
    /// A share or rate that is shown beside it, and its base.
    Share {
        /// The category of the metric dimension that is the share.
        share: CatIx,
    },
}

/// A line with a hidden cell: dimension, relation of it, first cell.
type Line = (DimIx, usize, usize);

/// The hidden cells of a measure that can be worked out, one entry a line. Takes time that grows with the
/// hidden cells times the length of their lines; of a measure that hides nothing none.
#[must_use]
pub fn worked_out(cube: &Cube, measure: Measure) -> Vec<WorkedOut> {
    let mut unknowns = Unknowns::of(cube, measure);
    if unknowns.hidden().next().is_none() {
        return Vec::new();
    }
    let by_sign = unknowns
        .hidden()
        .filter(|(at, _)| unknowns.bound(*at).is_exact());
    let by_sign = by_sign.map(|(_, cell)| WorkedOut {
        cells: vec![cell],
        by: By::Sign,
    });
    let mut found: Vec<WorkedOut> = by_sign.collect();
    let relations = relations(cube, measure, &unknowns);
    // Before a line has used what a share tells: the nearer cause is named.
    let lines = lines(cube, &unknowns, &relations);
    let mut has_news = !lines.is_empty();
    let pass = |unknowns: &mut Unknowns, found: &mut Vec<WorkedOut>| {
        let mut is_new = false;
        for &(at, relation, start) in &lines {
            let relation = &relations[at.0][relation];
            let line = (start, cube.shape().strides()[at.0]);
            let told = narrow((cube, measure.is_whole), relation, line, unknowns);
            is_new |= told.is_new;
            if told.worked_out.is_empty() {
                continue;
            }
            let cells = told.worked_out.iter().map(|at| unknowns.cell(*at));
            found.push(WorkedOut {
                cells: cells.collect(),
                by: By::Line {
                    dimension: at,
                    of: CatIx(relation.of),
                    is_alone: told.was_alone,
                },
            });
        }
        is_new
    };
    let mut passes = 0;
    while has_news && passes < MOST_PASSES {
        has_news = pass(&mut unknowns, &mut found);
        passes += 1;
    }
    let by_share = narrow_by_shares(cube, measure, &relations, &mut unknowns);
    has_news = !by_share.is_empty();
    found.extend(by_share);
    while has_news && passes < MOST_PASSES {
        has_news = pass(&mut unknowns, &mut found);
        passes += 1;
    }
    found
}

/// Every line with a hidden cell, once.
fn lines(cube: &Cube, unknowns: &Unknowns, relations: &[Vec<Relation>]) -> Vec<Line> {
    let shape = cube.shape();
    let mut lines = Vec::new();
    for (at, of_dimension) in relations.iter().enumerate() {
        if of_dimension.is_empty() {
            continue;
        }
        let at = DimIx(at);
        // The relations that speak of each category.
        let mut by_category = vec![Vec::new(); shape.sizes()[at.0]];
        for (number, relation) in of_dimension.iter().enumerate() {
            for category in relation.parts.iter().chain([&relation.of]) {
                by_category[*category].push(number);
            }
        }
        for (_, cell) in unknowns.hidden() {
            let category = shape.coordinate(cell, at);
            let start = cell - category * shape.strides()[at.0];
            lines.extend(by_category[category].iter().map(|it| (at, *it, start)));
        }
    }
    lines.sort_unstable_by_key(|(at, relation, start)| (at.0, *relation, *start));
    lines.dedup();
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cube::{
        Category, Code, Dimension, Grouping, Id, Label, Metadata, NO_STATUS, Role, Status,
        Statuses, Values,
    };

    /// A dimension of these codes, each its own name.
    fn dimension(id: &str, role: Role, codes: &[&str]) -> Dimension {
        let named = |code: &&str| {
            let name = if *code == "T" { "Total" } else { code };
            Category::new(Code::new(code), Label::new(name))
        };
        let categories = codes.iter().map(named).collect();
        Dimension::new(Id::new(id), Label::new(id), role, categories).unwrap()
    }

    /// A cube of cells as they are printed: a figure or a sign, row by row.
    fn cube(dimensions: Vec<Dimension>, printed: &str) -> Cube {
        let printed: Vec<&str> = printed.split_whitespace().collect();
        let (mut values, mut absent) = (Vec::new(), Vec::new());
        let (mut list, mut cells): (Vec<Status>, Vec<u8>) = (Vec::new(), Vec::new());
        for (cell, text) in printed.iter().enumerate() {
            let value: Option<f64> = text.parse().ok();
            values.push(value.unwrap_or(0.0));
            if value.is_some() {
                cells.push(NO_STATUS);
                continue;
            }
            absent.push(cell);
            let known = list.iter().position(|status| status.as_str() == *text);
            let at = known.unwrap_or_else(|| {
                list.push(Status::new(text));
                list.len() - 1
            });
            cells.push(u8::try_from(at).unwrap());
        }
        let gaps = (absent, Statuses::Each { list, cells });
        Cube::new(dimensions, Values::Real(values), gaps, Metadata::default()).unwrap()
    }

    const ALL: Measure = Measure {
        at: None,
        is_whole: true,
    };

    /// The hidden cells that can be worked out: their codes, and whether each was alone in its line.
    fn found(cube: &Cube, measure: Measure) -> Vec<(String, bool)> {
        let name = |cell: usize| {
            let dimensions = cube.dimensions().iter().enumerate();
            let codes = dimensions.map(|(at, dimension)| {
                let category = CatIx(cube.shape().coordinate(cell, DimIx(at)));
                dimension.categories().get(category).code().as_str()
            });
            codes.collect::<Vec<_>>().join(" ")
        };
        let mut all = Vec::new();
        for WorkedOut { cells, by } in worked_out(cube, measure) {
            let is_alone = matches!(by, By::Line { is_alone: true, .. });
            all.extend(cells.into_iter().map(|cell| (name(cell), is_alone)));
        }
        all
    }

    fn by_sex(printed: &str) -> Cube {
        let sex = dimension("sex", Role::Classification, &["T", "F", "M"]);
        let area = dimension("area", Role::Geo, &["n1", "n2", "n3"]);
        cube(vec![area, sex], printed)
    }

    #[track_caller]
    fn check(cube: &Cube, expected: &[(&str, bool)]) {
        let found = found(cube, ALL);
        let found: Vec<(&str, bool)> = found.iter().map(|(name, it)| (&**name, *it)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn one_hidden_part_beside_a_shown_total_is_no_secret() {
        // 40 less 25 is 15.
        let cube = by_sex("40 25 c   20 12 8   31 11 20");
        check(&cube, &[("n1 M", true)]);
        // Nor is a hidden total beside its parts.
        let cube = by_sex("* 25 15   20 12 8   31 11 20");
        check(&cube, &[("n1 T", true)]);
    }

    #[test]
    fn two_hidden_parts_keep_each_other_and_so_does_a_hidden_total() {
        check(&by_sex("40 c c   20 12 8   31 11 20"), &[]);
        check(&by_sex("c 25 c   20 12 8   31 11 20"), &[]);
    }

    #[test]
    fn what_is_not_there_is_not_taken_for_hidden() {
        check(&by_sex("40 25 ..   20 12 8   31 11 20"), &[]);
        // Beside a gap a hidden cell is not alone.
        check(&by_sex("40 .. c   20 12 8   31 11 20"), &[]);
    }

    #[test]
    fn bounds_that_leave_one_value_tell_it() {
        // 1 + 1 is the least that makes 2, 4 + 4 the most that makes 8; 5 is 1 + 4, 2 + 3, 3 + 2 or 4 + 1.
        let cube = by_sex("2 <5 <5   8 <5 <5   5 <5 <5");
        let both = [
            ("n1 F", false),
            ("n1 M", false),
            ("n2 F", false),
            ("n2 M", false),
        ];
        check(&cube, &both);
        // A sign that stands for one value is none.
        check(&by_sex("40 25 15   .. <2 8   31 11 20"), &[("n2 F", false)]);
    }

    #[test]
    fn a_cell_that_is_worked_out_gives_away_those_beside_it() {
        let area = dimension("area", Role::Geo, &["T", "n1", "n2", "n3"]);
        let sex = dimension("sex", Role::Classification, &["T", "F", "M"]);
        // Men of n1 by their column (39 - 10 - 11 = 18), then women of n1 by the row (30 - 18 = 12), then
        // women of n2 by their column (51 - 12 - 20 = 19): every line of women had two hidden cells.
        let printed = "90 51 39   30 c c   29 c 10   c 20 11";
        let cube = cube(vec![area, sex], printed);
        let mut found = found(&cube, ALL);
        found.sort();
        let all = ["n1 F", "n1 M", "n2 F", "n3 T"].map(|name| (name.to_owned(), true));
        assert_eq!(found, all);
    }

    #[test]
    fn a_hidden_member_of_a_group_whose_total_is_shown_is_no_secret() {
        let area = dimension(
            "area",
            Role::Geo,
            &["east", "e1", "e2", "e3", "west", "w1", "w2"],
        );
        let group = |code: &str| Category::new(Code::new(code), Label::new(code));
        let (east, west) = (Some(CatIx(0)), Some(CatIx(1)));
        let of = vec![None, east, east, east, None, west, west];
        let groups = vec![group("east"), group("west")];
        let side = Grouping::new(Id::new("side"), Label::new("Side"), groups, of).unwrap();
        let area = area.with_groupings(vec![side]).unwrap();
        // 60 - 20 - 25 = 15 in the east; in the west two are hidden.
        let cube = cube(vec![area], "60 20 c 25 44 c c");
        check(&cube, &[("e2", true)]);
    }

    #[test]
    fn declared_parts_are_a_line_of_their_own() {
        let code = Code::new;
        let age = dimension(
            "age",
            Role::Classification,
            &["T", "0-14", "0-4", "5-14", "15+"],
        );
        let age = age
            .with_children(&[
                (code("T"), vec![code("0-14"), code("15+")]),
                (code("0-14"), vec![code("0-4"), code("5-14")]),
            ])
            .unwrap();
        check(&cube(vec![age.clone()], "100 40 c 28 60"), &[("0-4", true)]);
        check(&cube(vec![age], "100 40 c c 60"), &[]);
    }

    #[test]
    fn a_table_whose_parts_do_not_add_up_gives_nothing_away() {
        // Each cell was rounded to a multiple of 5 on its own: totals differ from sums.
        check(&by_sex("40 25 c   20 10 5   30 10 25"), &[]);
    }

    #[test]
    fn a_percentage_times_its_base_gives_the_count() {
        let metric = dimension("measure", Role::Metric, &["persons", "share"]);
        let place = dimension("area", Role::Geo, &["n1", "n2", "n3", "n4"]);
        let answer = dimension("answer", Role::Classification, &["T", "yes", "no", "other"]);
        let persons = Measure {
            at: Some((DimIx(0), CatIx(0))),
            is_whole: true,
        };
        let table = |hidden_share: &str| {
            let printed = format!(
                "80 60 c c   50 20 29 1   40 10 25 5   64 32 16 16
                 100 75.0 {hidden_share} {hidden_share}   100 40.0 58.0 2.0
                 100 25.0 62.5 12.5   100 50.0 25.0 25.0"
            );
            cube(
                vec![metric.clone(), place.clone(), answer.clone()],
                &printed,
            )
        };
        assert_eq!(found(&table("c"), persons), []);
        // 21.3 % of 80 are from 17.00 to 17.08 people: 17. Then 80 - 60 - 17 = 3 is left.
        let told = found(&table("21.3"), persons);
        assert!(
            told.contains(&("persons n1 no".to_owned(), false)),
            "{told:?}"
        );
    }
}
