//! The keys of a link's query: those that say how a view is shown, in one table, and those of the
//! dimensions and groupings of a dataset.

use crate::cube::{Axis, Cube};

macro_rules! keys {
    ($($key:ident $name:literal: $meaning:literal, $values:literal, $default:literal;)*) => {
        /// A key that says how a view is shown. Reader, writer and the table of the documentation
        /// go by this list.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Key {
            $(#[doc = concat!("`", $name, "`: ", $meaning, ".")] $key,)*
        }

        impl Key {
            /// All, in the order in which they are written.
            pub const ALL: [Self; [$($name),*].len()] = [$(Self::$key),*];

            /// As written in a link.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$key => $name,)* }
            }

            /// A row of the table of keys, in Markdown: name, meaning, values, default.
            #[must_use]
            pub fn row(self) -> String {
                match self {
                    $(Self::$key => concat!(
                        "| `", $name, "` | ", $meaning, " | ", $values, " | ", $default, " |"
                    ).to_owned(),)*
                }
            }
        }
    };
}

keys! {
    Measure "measure": "the measure that is shown, where one dimension holds them all; its own id is read as well, and written", "a code of that dimension", "its first with figures";
    Geo "geo": "places compared with the one in focus, at most 6", "codes, or `{grouping}:{group}`", "none";
    Level "level": "what the map and the table show", "the geographical dimension or a grouping of it", "of the whole the finest at which at least half of the places have a figure of their own; inside a place, among chosen ones, or where nothing is said of that, the geographical dimension";
    As "as": "what is shown of the figures", "`count` `share` `rate` `index` `of:{dimension}`", "`count`";
    From "from": "base period of a change", "a code of the time dimension", "none";
    Tab "tab": "what fills the stage", "`map` `table` `trend` `facts` `about`", "`map`";
    Map "map": "the form of the map", "`geo` `tile`", "`geo`";
    Class "class": "how the map is classed", "`quantile` `equal` `natural`, then 3 to 9", "`quantile5`";
    Classes "classes": "what the classes of the map are taken over: the places in view, all, or all in every period", "`view` `all` `fixed`", "`view`";
    Rows "rows": "what the rows of the table are", "a dimension or a grouping", "the level";
    Cols "cols": "what is laid across the columns of the table", "a dimension or a grouping other than that of the rows, of at most 40", "none";
    Sort "sort": "the order of the table", "`code` `name` `group` `value` `share` `rate` `change`, or a code of `cols`; `-` before it from the largest down", "`-value`";
    Q "q": "what the rows of the table are searched for", "any text", "nothing";
    Page "page": "the page of a long table; a choice that changes its rows or their order goes back to the first", "a number", "`1`";
    Why "why": "the figure whose derivation is shown", "`.` for that of the view, else `{axis}:{code}`, of a cell two, and `as:{quantity}` where it is not that of the view", "none";
    Release "release": "the release of the dataset", "one that the site lists, or `latest`", "`latest`";
}

impl Key {
    /// Whether it changes how figures are shown, and never which: without it a sentence is as true.
    #[must_use]
    pub fn is_look(self) -> bool {
        match self {
            Self::Geo
            | Self::Level
            | Self::Tab
            | Self::Map
            | Self::Class
            | Self::Classes
            | Self::Rows
            | Self::Cols
            | Self::Sort
            | Self::Q
            | Self::Page
            | Self::Why => true,
            Self::Measure | Self::As | Self::From | Self::Release => false,
        }
    }

    /// The key of a name; `None`: it is that of an axis, or unknown.
    pub(super) fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.name() == name)
    }
}

/// The dimension that holds the measures, where there is exactly one.
fn the_measure(cube: &Cube) -> Option<Axis> {
    let mut measures = cube.axes().filter(|axis| cube.is_measure(*axis));
    measures.next().filter(|_| measures.next().is_none())
}

/// Whether an id is a key of its own. A dimension of measures called `measure` is what that key means.
fn is_taken(cube: &Cube, axis: Axis, id: &str) -> bool {
    match Key::of(id) {
        Some(Key::Measure) => the_measure(cube) != Some(axis),
        key => key.is_some(),
    }
}

/// The axes and their keys: the id where that is free; `d.{id}` where the id is a [`Key`], no
/// text at all, or another axis's too; `d.{dimension}.{id}` for a grouping that even so is not the first of
/// its id. A key that an earlier axis has got already ends in a further dot.
fn keys(cube: &Cube) -> Vec<(Axis, String)> {
    let mut keys: Vec<(Axis, String)> = Vec::new();
    for axis in cube.axes() {
        let id = cube.axis_id(axis).as_str();
        let same = cube
            .axes()
            .filter(|other| cube.axis_id(*other).as_str() == id);
        let plain = same.count() == 1
            && !is_taken(cube, axis, id)
            && !(id.is_empty() || id.starts_with("d."));
        let mut key = if plain {
            id.to_owned()
        } else if cube.axis(id) == Some(axis) {
            format!("d.{id}")
        } else {
            format!("d.{}.{id}", cube.dimension(axis.dimension()).id())
        };
        while keys.iter().any(|(_, known)| *known == key) {
            key.push('.');
        }
        keys.push((axis, key));
    }
    keys
}

/// The key of an axis in links.
#[must_use]
pub fn axis_key(cube: &Cube, axis: Axis) -> String {
    let own = keys(cube).into_iter().find(|(known, _)| *known == axis);
    own.map_or_else(String::new, |(_, key)| key)
}

/// The axis of a key. An id is taken too where its key is another but it means one thing, with
/// `d.` or without; `measure` is the dimension of measures, whatever its id.
pub(super) fn axis_of(cube: &Cube, key: &str) -> Option<Axis> {
    let written = keys(cube).into_iter().find(|(_, known)| known == key);
    written
        .map(|(axis, _)| axis)
        .or_else(|| match Key::of(key) {
            Some(Key::Measure) => the_measure(cube).or_else(|| cube.axis(key)),
            Some(_) => None,
            None => cube.axis(key.strip_prefix("d.").unwrap_or(key)),
        })
}
