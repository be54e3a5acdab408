//! A JSON document as a tree that keeps the order of its members, read by path.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::JsonStatError;

/// Any JSON.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Tree {
    #[default]
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    Array(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    fn kind(&self) -> Cow<'static, str> {
        match self {
            Self::Null => "null".into(),
            Self::Bool(value) => value.to_string().into(),
            Self::Number(value) => value.to_string().into(),
            Self::Text(text) => format!("\"{}\"", text.chars().take(40).collect::<String>()).into(),
            Self::Array(items) => format!("an array of {}", items.len()).into(),
            Self::Object(_) => "an object".into(),
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

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

static NULL: Tree = Tree::Null;

/// A place in a document: the tree there and the path to it.
#[derive(Debug, Clone)]
pub(super) struct Node<'t> {
    tree: &'t Tree,
    path: String,
}

impl<'t> Node<'t> {
    pub(super) fn root(tree: &'t Tree) -> Self {
        Self {
            tree,
            path: String::new(),
        }
    }
    /// The path, as in `dimension.year.label`.
    pub(super) fn path(&self) -> String {
        if self.path.is_empty() {
            "the file".to_owned()
        } else {
            self.path.clone()
        }
    }
    fn step(&self, name: &str) -> String {
        if self.path.is_empty() {
            name.to_owned()
        } else {
            format!("{}.{name}", self.path)
        }
    }
    /// The member of a name; null where there is none.
    pub(super) fn get(&self, name: &str) -> Self {
        let mut tree = &NULL;
        if let Tree::Object(members) = self.tree
            && let Some((_, found)) = members.iter().find(|(key, _)| key == name)
        {
            tree = found;
        }
        Node {
            tree,
            path: self.step(name),
        }
    }
    /// The node, unless it is null.
    pub(super) fn given(self) -> Option<Self> {
        (*self.tree != Tree::Null).then_some(self)
    }
    pub(super) fn tree(&self) -> &'t Tree {
        self.tree
    }
    /// An error that names this place and what stands there.
    pub(super) fn expected(&self, expected: &str) -> JsonStatError {
        JsonStatError::Unexpected {
            at: self.path(),
            expected: expected.to_owned(),
            found: self.tree.kind().into_owned(),
        }
    }
    pub(super) fn text(&self) -> Result<&'t str, JsonStatError> {
        let Tree::Text(text) = self.tree else {
            return Err(self.expected("text"));
        };
        Ok(text)
    }
    pub(super) fn number(&self) -> Result<f64, JsonStatError> {
        let Tree::Number(number) = self.tree else {
            return Err(self.expected("a number"));
        };
        Ok(*number)
    }
    /// A whole number, 0 or more; offices write it as text, too.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked whole and in range"
    )]
    pub(super) fn whole(&self) -> Result<usize, JsonStatError> {
        let number = match self.tree {
            Tree::Number(number) => Some(*number),
            Tree::Text(text) => text.trim().parse().ok(),
            Tree::Null | Tree::Bool(_) | Tree::Array(_) | Tree::Object(_) => None,
        };
        match number {
            Some(number) if (0.0..9e15).contains(&number) && number.fract() == 0.0 => {
                Ok(number as usize)
            }
            _ => Err(self.expected("a whole number")),
        }
    }
    /// The items of an array; none where there is no array at all.
    pub(super) fn items(&self) -> Result<Vec<Self>, JsonStatError> {
        match self.tree {
            Tree::Null => Ok(Vec::new()),
            Tree::Array(items) => {
                let item = |(at, tree)| Node {
                    tree,
                    path: format!("{}[{at}]", self.path),
                };
                Ok(items.iter().enumerate().map(item).collect())
            }
            Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) | Tree::Object(_) => {
                Err(self.expected("an array"))
            }
        }
    }
    /// The members of an object, in order; none where there is no object at all.
    pub(super) fn members(&self) -> Result<Vec<(&'t str, Self)>, JsonStatError> {
        match self.tree {
            Tree::Null => Ok(Vec::new()),
            Tree::Object(members) => {
                let member = |(key, tree): &'t (String, Tree)| {
                    (
                        key.as_str(),
                        Node {
                            tree,
                            path: self.step(key),
                        },
                    )
                };
                Ok(members.iter().map(member).collect())
            }
            Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) | Tree::Array(_) => {
                Err(self.expected("an object"))
            }
        }
    }
    /// Texts of an array of texts.
    pub(super) fn texts(&self) -> Result<Vec<&'t str>, JsonStatError> {
        let mut texts = Vec::with_capacity(self.count());
        if let Tree::Array(items) = self.tree {
            for (at, tree) in items.iter().enumerate() {
                let Tree::Text(text) = tree else {
                    return Err(self.items()?[at].expected("text"));
                };
                texts.push(text.as_str());
            }
            return Ok(texts);
        }
        self.items().map(|_| texts)
    }
    /// How many items or members; 0 where there is neither an array nor an object.
    pub(super) fn count(&self) -> usize {
        match self.tree {
            Tree::Array(items) => items.len(),
            Tree::Object(members) => members.len(),
            Tree::Null | Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) => 0,
        }
    }
    /// The members of an object for many look-ups by name; none where there is no object at all.
    pub(super) fn table(&self) -> Result<Table<'t>, JsonStatError> {
        let mut members = Vec::with_capacity(self.count());
        if let Tree::Object(given) = self.tree {
            members.extend(given.iter().map(|(key, tree)| (key.as_str(), tree)));
        } else {
            self.members()?;
        }
        members.sort_by_key(|(key, _)| *key);
        Ok(Table {
            members,
            at: self.clone(),
        })
    }
}

/// The members of an object, found by name without walking them.
#[derive(Debug)]
pub(super) struct Table<'t> {
    members: Vec<(&'t str, &'t Tree)>,
    at: Node<'t>,
}

impl<'t> Table<'t> {
    /// The member of a name, the first where it stands twice; `None` where it is null or not there.
    pub(super) fn get(&self, name: &str) -> Option<Node<'t>> {
        let first = self.members.partition_point(|(key, _)| *key < name);
        let (_, tree) = self.members.get(first).filter(|(key, _)| *key == name)?;
        let node = Node {
            tree,
            path: self.at.step(name),
        };
        node.given()
    }
}
