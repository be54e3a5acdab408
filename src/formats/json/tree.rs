//! A JSON document as a tree that keeps the order of its members.

use std::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, Expected, IgnoredAny, MapAccess, SeqAccess,
    Visitor,
};

use super::Keep;
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
            let found = crate::formats::json::Part(&crate::formats::json::Keep::All).$visit(value);
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
        Part(&Keep::All).deserialize(deserializer)
    }
}

/// Reads the part of a document that is kept.
#[derive(Debug, Clone, Copy)]
pub(in crate::formats) struct Part(pub(in crate::formats) &'static Keep);

impl Part {
    /// Reads the value of a member of an object whose members are `members` so far; one that is not
    /// kept is passed over.
    pub(in crate::formats) fn read_member<'de, A: MapAccess<'de>>(
        self,
        key: String,
        map: &mut A,
        members: &mut Vec<(String, Tree)>,
    ) -> Result<(), A::Error> {
        let Some(keep) = self.0.member(&key) else {
            return map.next_value().map(|IgnoredAny| ());
        };
        // A known key again and again is kept twice, which is enough to be refused.
        if let Keep::Members(_) | Keep::Object(_) = self.0
            && members.iter().filter(|(known, _)| *known == key).count() > 1
        {
            return map.next_value().map(|IgnoredAny| ());
        }
        members.push((key, map.next_value_seed(Part(keep))?));
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Part {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Part {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(built(Tree::Null))
    }
    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(built(Tree::Bool(value)))
    }
    #[allow(
        clippy::cast_precision_loss,
        reason = "sizes and codes are far below 2^53"
    )]
    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(built(Tree::Number(value as f64)))
    }
    #[allow(
        clippy::cast_precision_loss,
        reason = "sizes and codes are far below 2^53"
    )]
    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(built(Tree::Number(value as f64)))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(built(Tree::Number(value)))
    }
    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(built(Tree::Text(text.to_owned())))
    }
    fn visit_string<E>(self, text: String) -> Result<Tree, E> {
        Ok(built(Tree::Text(text)))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        if matches!(self.0, Keep::Scalar | Keep::Object(_)) {
            while let Some(IgnoredAny) = seq.next_element()? {}
        } else {
            while let Some(item) = seq.next_element_seed(self)? {
                items.push(item);
            }
        }
        Ok(built(Tree::Array(items)))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut members = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            self.read_member(key, &mut map, &mut members)?;
        }
        Ok(built(Tree::Object(members)))
    }
}

/// A tree that was built: tests count them.
fn built(tree: Tree) -> Tree {
    #[cfg(test)]
    tests::BUILT.with(|built| built.set(built.get() + 1));
    tree
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    thread_local! {
        pub(super) static BUILT: Cell<usize> = const { Cell::new(0) };
    }

    /// What is kept of a text, and how many trees were built on the way.
    fn kept(text: &str, keep: &'static Keep) -> (Tree, usize) {
        BUILT.set(0);
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let tree = Part(keep).deserialize(&mut deserializer).unwrap();
        (tree, BUILT.get())
    }

    /// Everything that a text says.
    fn whole(text: &str) -> Tree {
        serde_json::from_str(text).unwrap()
    }

    static LABELS: Keep = Keep::Members(&[
        ("label", Keep::All),
        ("areas", Keep::Each(&Keep::Members(&[("label", Keep::All)]))),
        ("old", Keep::Scalar),
    ]);

    #[test]
    fn what_is_not_wanted_is_passed_over_without_being_built() {
        let number = "[1, {\"label\": 2}],".repeat(10_000);
        let text = format!(
            r#"{{"x": [{number} 1], "label": "Water", "areas": {{"n1": {{"label": "North", "y": {{}}}},
            "n2": {{"label": [1, 2], "z": [{number} 1]}}}}, "old": [{number} 1], "w": null}}"#
        );
        let (tree, built) = kept(&text, &LABELS);
        let expected = r#"{"label": "Water", "areas": {"n1": {"label": "North"}, "n2": {"label": [1, 2]}},
            "old": []}"#;
        assert_eq!(tree, whole(expected));
        // The object, four labels and a list's two numbers, "areas", its two, and "old".
        assert_eq!(built, 10);
    }

    #[test]
    fn of_an_array_each_item_is_kept_in_part() {
        let (tree, _) = kept(r#"[{"label": 1, "x": 2}, 3, [{"x": 4}]]"#, &LABELS);
        assert_eq!(tree, whole(r#"[{"label": 1}, 3, [{}]]"#));
    }

    #[test]
    fn a_known_key_again_and_again_is_not_kept_each_time() {
        let text = format!("{{{} \"label\": 2}}", "\"label\": 1,".repeat(1000));
        let (tree, built) = kept(&text, &LABELS);
        assert_eq!((tree, built), (whole(r#"{"label": 1, "label": 1}"#), 3));
    }
}
