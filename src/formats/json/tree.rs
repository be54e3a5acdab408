//! Any JSON document as a tree that keeps the order of its members.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Expected, MapAccess, SeqAccess, Visitor};

use crate::formats::number::number_for_message;

/// Any JSON.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::formats) enum Tree {
    #[default]
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    Array(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    pub(in crate::formats) fn kind(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(value) => value.to_string(),
            Self::Number(value) => number_for_message(*value),
            Self::Text(text) => format!("\"{}\"", text.chars().take(40).collect::<String>()),
            Self::Array(items) => format!("an array of {}", items.len()),
            Self::Object(_) => "an object".to_owned(),
        }
    }
}

/// The visits that a visitor has no use for, refused with what it expects and what was found. (The
/// refusals that serde has by itself can print any number, and weigh more in the page than a whole
/// reader.)
macro_rules! refuse {
    ($($visit:ident: $type:ty),*) => {
        $(fn $visit<E: serde::de::Error>(self, value: $type) -> Result<Self::Value, E> {
            let found = crate::formats::json::TreeVisitor.$visit(value);
            found.and_then(|found: Tree| Err(crate::formats::json::refused(&self, &found)))
        })*
    };
}
pub(in crate::formats) use refuse;

/// What a visitor expects, and what was found instead.
pub(in crate::formats) fn refused<E: Error>(expected: &dyn Expected, found: &Tree) -> E {
    E::custom(format_args!("expected {expected}, found {}", found.kind()))
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

pub(in crate::formats) struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }
    #[allow(
        clippy::cast_precision_loss,
        reason = "sizes and codes are far below 2^53"
    )]
    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Number(value as f64))
    }
    #[allow(
        clippy::cast_precision_loss,
        reason = "sizes and codes are far below 2^53"
    )]
    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Number(value as f64))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Number(value))
    }
    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }
    fn visit_string<E>(self, text: String) -> Result<Tree, E> {
        Ok(Tree::Text(text))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Tree::Array(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Tree::Object(members))
    }
}
