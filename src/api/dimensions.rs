//! What a dataset is cut by.

use serde::Serialize;

use crate::cube::{CatIx, Cube, Members, Role};

/// A code of a link, and what it is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Member<'a> {
    /// As in a link.
    pub code: &'a str,
    /// In the language asked for.
    pub label: &'a str,
}

/// A dimension with its categories in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dimension<'a> {
    /// As in a link.
    pub id: &'a str,
    /// In the language asked for.
    pub label: &'a str,
    /// `time`, `geo`, `metric` or `classification` (JSON-stat 2.0).
    pub role: &'static str,
    /// In the dataset's order.
    pub categories: Vec<Member<'a>>,
    /// Coarser cuts of the same dimension.
    pub groupings: Vec<Grouping<'a>>,
}

/// A coarser cut of a dimension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Grouping<'a> {
    /// As in a link.
    pub id: &'a str,
    /// In the language asked for.
    pub label: &'a str,
    /// In the dataset's order.
    pub groups: Vec<Member<'a>>,
    /// For each category of the dimension the code of its group, if it has one.
    #[serde(rename = "groupOf")]
    pub group_of: Vec<Option<&'a str>>,
}

/// Every dimension of a cube, named in a language.
pub(super) fn dimensions<'a>(cube: &'a Cube, lang: &str) -> Vec<Dimension<'a>> {
    let members = |members: &'a Members| -> Vec<Member<'a>> {
        let member = |(_, category): (CatIx, &'a crate::cube::Category)| Member {
            code: category.code().as_str(),
            label: category.label().in_lang(lang),
        };
        members.iter().map(member).collect()
    };
    let grouping = |categories: &'a Members, grouping: &'a crate::cube::Grouping| {
        let group_of = |(at, _): (CatIx, _)| {
            let group = grouping.group_of(at)?;
            Some(grouping.groups().get(group).code().as_str())
        };
        Grouping {
            id: grouping.id().as_str(),
            label: grouping.label().in_lang(lang),
            groups: members(grouping.groups()),
            group_of: categories.iter().map(group_of).collect(),
        }
    };
    let dimension = |dimension: &'a crate::cube::Dimension| Dimension {
        id: dimension.id().as_str(),
        label: dimension.label().in_lang(lang),
        role: match dimension.role() {
            Role::Time => "time",
            Role::Geo => "geo",
            Role::Metric => "metric",
            Role::Classification => "classification",
        },
        categories: members(dimension.categories()),
        groupings: (dimension.groupings().iter())
            .map(|it| grouping(dimension.categories(), it))
            .collect(),
    };
    cube.dimensions().iter().map(dimension).collect()
}
