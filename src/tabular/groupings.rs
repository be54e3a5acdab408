//! Coarser views of a dimension, from the columns that each of its categories determines.

use super::columns::is_like_a_code;
use super::plan::id_of;
use crate::cube::{CatIx, Category, Code, CubeError, Grouping, Id, Label};

/// A column of groups: its heading, and the text of each category in order; empty where there is none.
pub(super) type GroupColumn = (String, Vec<String>);

/// A grouping a column; of two columns that group alike the one that looks like codes has the codes, else the
/// first, and the other the names.
pub(super) fn groupings(columns: &[GroupColumn]) -> Result<Vec<Grouping>, CubeError> {
    let mut made: Vec<(&GroupColumn, Option<&GroupColumn>)> = Vec::new();
    for column in columns {
        let of = Grouped::of(column).of;
        match made
            .iter_mut()
            .find(|(known, other)| other.is_none() && Grouped::of(known).of == of)
        {
            Some((_, other)) => *other = Some(column),
            None => made.push((column, None)),
        }
    }
    let are_codes = |(_, texts): &GroupColumn| texts.iter().all(|text| is_like_a_code(text));
    made.into_iter()
        .map(|(column, other)| match other {
            Some(other) if are_codes(other) && !are_codes(column) => {
                Grouped::of(other).grouping(Some(column))
            }
            names => Grouped::of(column).grouping(names),
        })
        .collect()
}

/// A column of groups, each group once.
struct Grouped {
    heading: String,
    codes: Vec<String>,
    of: Vec<Option<CatIx>>,
}

impl Grouped {
    fn of((heading, texts): &GroupColumn) -> Self {
        let mut codes: Vec<String> = Vec::new();
        let mut group = |text: &String| {
            if text.is_empty() {
                return None;
            }
            let known = codes.iter().position(|code| code == text);
            if known.is_none() {
                codes.push(text.clone());
            }
            Some(CatIx(known.unwrap_or(codes.len() - 1)))
        };
        let of = texts.iter().map(&mut group).collect();
        Self {
            heading: heading.clone(),
            codes,
            of,
        }
    }

    fn grouping(self, names: Option<&GroupColumn>) -> Result<Grouping, CubeError> {
        let name = |at: usize| {
            let (_, texts) = names?;
            let first = self.of.iter().position(|group| *group == Some(CatIx(at)))?;
            Some(texts[first].as_str())
        };
        let groups =
            self.codes.iter().enumerate().map(|(at, code)| {
                Category::new(Code::new(code), Label::new(name(at).unwrap_or(code)))
            });
        let heading = names.map_or(&*self.heading, |(heading, _)| heading);
        Grouping::new(
            Id::new(&id_of(heading)),
            Label::new(heading),
            groups.collect(),
            self.of.clone(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(heading: &str, texts: &[&str]) -> GroupColumn {
        (
            heading.to_owned(),
            texts.iter().map(|it| (*it).to_owned()).collect(),
        )
    }

    #[test]
    fn two_columns_that_group_alike_are_codes_and_names_of_one_grouping() {
        let made = groupings(&[
            column("Code of state", &["1", "1", "2", ""]),
            column("State", &["North", "North", "South", ""]),
            column("Coast", &["yes", "no", "yes", "no"]),
        ])
        .unwrap();
        let found: Vec<(&str, Vec<(&str, &str)>)> = (made.iter())
            .map(|grouping| {
                let groups = grouping.groups().iter();
                let texts = groups.map(|(_, it)| (it.code().as_str(), it.label().own()));
                (grouping.id().as_str(), texts.collect())
            })
            .collect();
        assert_eq!(
            found,
            [
                ("state", vec![("1", "North"), ("2", "South")]),
                ("coast", vec![("yes", "yes"), ("no", "no")])
            ]
        );
        assert_eq!(made[0].group_of(CatIx(3)), None);
    }
}
