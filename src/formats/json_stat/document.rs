//! A file's bytes to a tree, with the figures of each dataset apart: they are large, and never a tree.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::kept::{COLLECTION, DATASET};
use super::value::{RawStatus, RawValues};
use crate::formats::error::Failure;
use crate::formats::json::{Keep, Node, Part, Tree, parse_as, refuse_twice};
use crate::formats::limits::Limits;

/// The figures of a dataset as they stand in the file.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct RawFigures {
    pub(super) value: RawValues,
    pub(super) status: RawStatus,
}

/// What stands at a place of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A dataset.
    Dataset,
    /// Datasets by name (before JSON-stat 2.0).
    Bundle,
    /// A collection, whose datasets stand in `link.item`.
    Collection,
    Link,
    Items,
}

impl Place {
    /// What stands at a member.
    fn member(self, key: &str) -> Option<Self> {
        match (self, key) {
            (Self::Bundle, _) => Some(Self::Dataset),
            (Self::Collection, "link") => Some(Self::Link),
            (Self::Link, "item") => Some(Self::Items),
            (Self::Dataset | Self::Collection | Self::Link | Self::Items, _) => None,
        }
    }
}

/// A file that was read: what is kept of it, and the figures of its datasets.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) tree: Tree,
    /// One entry a place of a dataset, in the order of [`datasets`].
    pub(super) figures: Vec<RawFigures>,
}

impl Document {
    /// Reads a file, at whose outermost place stands `place`; no object says a key twice.
    pub(super) fn parse(place: Place, bytes: &[u8], limits: &Limits) -> Result<Self, Failure> {
        let mut figures = Vec::new();
        let seed = Reader {
            place,
            figures: &mut figures,
        };
        let tree = parse_as(seed, bytes, limits)?;
        refuse_twice(&tree)?;
        Ok(Self { tree, figures })
    }
}

/// The places of a file where datasets may stand, in order, each with its key in the file.
pub(super) fn datasets(place: Place, tree: &Tree) -> Result<Vec<(&str, Node<'_>)>, Failure> {
    let root = Node::root(tree);
    match place {
        Place::Bundle => root.members(),
        Place::Collection | Place::Link | Place::Items => {
            let items = root.get("link").get("item").items()?;
            Ok(items.into_iter().map(|item| ("", item)).collect())
        }
        Place::Dataset => Ok(vec![("", root)]),
    }
}

/// Reads what stands at a place.
struct Reader<'a> {
    place: Place,
    figures: &'a mut Vec<RawFigures>,
}

impl Reader<'_> {
    fn below(&mut self, place: Place) -> Reader<'_> {
        Reader {
            place,
            figures: self.figures,
        }
    }

    /// As many entries as there are places of datasets: what is no object has no figures.
    fn fill(&mut self, places: usize) {
        if matches!(self.place, Place::Bundle | Place::Items) {
            self.figures.resize_with(places, RawFigures::default);
        }
    }

    fn dataset<'de, A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut figures = RawFigures::default();
        let mut rest = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            let again = rest.iter().any(|(known, _)| *known == key);
            match key.as_str() {
                "value" if !again => figures.value = map.next_value()?,
                "status" if !again => figures.status = map.next_value()?,
                _ => {
                    Part(&DATASET).read_member(key, &mut map, &mut rest)?;
                    continue;
                }
            }
            // Its key, so that a second one is refused.
            rest.push((key, Tree::Null));
        }
        self.figures.push(figures);
        Ok(Tree::Object(rest))
    }
}

impl<'de> DeserializeSeed<'de> for Reader<'_> {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// The visits of what is no object and no array: nothing is kept of it but what it is.
macro_rules! scalar {
    ($($visit:ident: $type:ty),*) => {
        $(fn $visit<E: serde::de::Error>(self, value: $type) -> Result<Tree, E> {
            Part(&Keep::Scalar).$visit(value)
        })*
    };
}

impl<'de> Visitor<'de> for Reader<'_> {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    scalar!(visit_bool: bool, visit_u64: u64, visit_i64: i64, visit_f64: f64, visit_str: &str);
    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }
    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<Tree, A::Error> {
        if self.place != Place::Items {
            return Part(&Keep::Scalar).visit_seq(seq);
        }
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(self.below(Place::Dataset))? {
            items.push(item);
            self.fill(items.len());
        }
        Ok(Tree::Array(items))
    }
    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Tree, A::Error> {
        if self.place == Place::Dataset {
            return self.dataset(map);
        }
        let mut members = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            match self.place.member(&key) {
                Some(place) => members.push((key, map.next_value_seed(self.below(place))?)),
                None if self.place == Place::Collection => {
                    Part(&COLLECTION).read_member(key, &mut map, &mut members)?;
                }
                None => {
                    let IgnoredAny = map.next_value()?;
                }
            }
            self.fill(members.len());
        }
        Ok(Tree::Object(members))
    }
}
