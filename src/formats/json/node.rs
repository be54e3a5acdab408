//! A tree read by path: an error says where in the file it is.

use super::Tree;
use crate::cube::order_by;
use crate::formats::error::{Failure, FormatError, unexpected};

static NULL: Tree = Tree::Null;

/// The path of the outermost value.
pub(in crate::formats) const THE_FILE: &str = "the file";

/// A place in a document: cheap to copy, its path is worked out only for an error.
#[derive(Debug, Clone, Copy)]
pub(in crate::formats) struct Node<'t> {
    root: &'t Tree,
    /// The tree there; where there is none, the nearest one above.
    nearest: &'t Tree,
    /// The names asked for below `nearest` that are not there: the first and the last.
    absent: [Option<&'t str>; 2],
}

impl<'t> Node<'t> {
    pub(in crate::formats) fn root(tree: &'t Tree) -> Self {
        Self {
            root: tree,
            nearest: tree,
            absent: [None; 2],
        }
    }
    /// The place of a tree inside of this one.
    pub(super) fn found(&self, tree: &'t Tree) -> Self {
        Self {
            nearest: tree,
            ..*self
        }
    }
    /// The path, as in `dimension.year.label`.
    #[cold]
    #[inline(never)]
    pub(in crate::formats) fn path(&self) -> String {
        let mut path = String::new();
        write_path(self.root, self.nearest, &mut path);
        for name in self.absent.into_iter().flatten() {
            push_name(&mut path, name);
        }
        if path.is_empty() {
            path.push_str(THE_FILE);
        }
        path
    }
    /// The member of a name; null where there is none.
    #[inline(never)]
    pub(in crate::formats) fn get(&self, name: &'t str) -> Self {
        if let Tree::Object(members) = self.tree() {
            for (key, tree) in members {
                if key == name {
                    return self.found(tree);
                }
            }
        }
        let absent = match self.absent {
            [None, _] => [Some(name), None],
            [first, _] => [first, Some(name)],
        };
        Self { absent, ..*self }
    }
    /// The node, unless it is null.
    pub(in crate::formats) fn present(self) -> Option<Self> {
        Some(self).filter(|node| !matches!(node.tree(), Tree::Null))
    }
    pub(in crate::formats) fn tree(&self) -> &'t Tree {
        if self.absent[0].is_some() {
            &NULL
        } else {
            self.nearest
        }
    }
    /// An error that names this place and what stands there.
    #[cold]
    #[inline(never)]
    pub(in crate::formats) fn expected(&self, expected: &str) -> Failure {
        unexpected(self.path(), expected.to_owned(), self.tree().kind())
    }
    pub(in crate::formats) fn text(&self) -> Result<&'t str, Failure> {
        let Tree::Text(text) = self.tree() else {
            return Err(self.expected("text"));
        };
        Ok(text)
    }
    /// The text, where there is anything.
    pub(in crate::formats) fn optional_text(&self) -> Result<Option<&'t str>, Failure> {
        let Some(node) = self.present() else {
            return Ok(None);
        };
        node.text().map(Some)
    }
    pub(in crate::formats) fn number(&self) -> Result<f64, Failure> {
        let Tree::Number(number) = self.tree() else {
            return Err(self.expected("a number"));
        };
        Ok(*number)
    }
    /// A whole number, 0 or more; offices write it as text, too.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "checked whole and in range, which is a `u32`'s in the browser"
    )]
    pub(in crate::formats) fn integer(&self) -> Result<usize, Failure> {
        // Not `f64::from_str`: its table weighs more in wasm than the rest of the reader.
        let number = match self.tree() {
            Tree::Number(number) => Some(*number),
            Tree::Text(text) => match serde_json::from_slice(text.trim().as_bytes()) {
                Ok(Tree::Number(number)) => Some(number),
                _ => None,
            },
            Tree::Null | Tree::Bool(_) | Tree::Array(_) | Tree::Object(_) => None,
        };
        match number {
            Some(number)
                if (0.0..9e15_f64.min(usize::MAX as f64)).contains(&number)
                    && number.fract() == 0.0 =>
            {
                Ok(number as usize)
            }
            _ => Err(self.expected("a whole number")),
        }
    }
    /// The items of an array; none where there is no array at all.
    pub(in crate::formats) fn items(&self) -> Result<Vec<Self>, Failure> {
        match self.tree() {
            Tree::Null => Ok(Vec::new()),
            Tree::Array(items) => Ok(items.iter().map(|tree| self.found(tree)).collect()),
            Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) | Tree::Object(_) => {
                Err(self.expected("an array"))
            }
        }
    }
    /// What is read of each item of an array, in order.
    pub(in crate::formats) fn each<T>(
        &self,
        mut read: impl FnMut(&Self) -> Result<T, Failure>,
    ) -> Result<Vec<T>, Failure> {
        let mut all = Vec::with_capacity(self.count());
        for item in self.items()? {
            all.push(read(&item)?);
        }
        Ok(all)
    }
    /// The members of an object, in order; none where there is no object at all.
    pub(in crate::formats) fn members(&self) -> Result<Vec<(&'t str, Self)>, Failure> {
        match self.tree() {
            Tree::Null => Ok(Vec::new()),
            Tree::Object(members) => {
                let member = |(key, tree): &'t (String, Tree)| (key.as_str(), self.found(tree));
                Ok(members.iter().map(member).collect())
            }
            Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) | Tree::Array(_) => {
                Err(self.expected("an object"))
            }
        }
    }
    /// Texts of an array of texts.
    #[inline(never)]
    pub(in crate::formats) fn texts(&self) -> Result<Vec<&'t str>, Failure> {
        self.each(Self::text)
    }
    /// How many items or members; 0 where there is neither an array nor an object.
    pub(in crate::formats) fn count(&self) -> usize {
        match self.tree() {
            Tree::Array(items) => items.len(),
            Tree::Object(members) => members.len(),
            Tree::Null | Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) => 0,
        }
    }
    /// The members of an object for many look-ups by name; none where there is no object at all.
    pub(in crate::formats) fn table(&self) -> Result<Table<'t>, Failure> {
        let members = self.members()?;
        let order = order_by(members.len(), &|a, b| members[a].0.cmp(members[b].0));
        Ok(Table { members, order })
    }
}

/// The members of an object, found by name without walking them.
#[derive(Debug)]
pub(in crate::formats) struct Table<'t> {
    members: Vec<(&'t str, Node<'t>)>,
    /// Positions in `members`, by name.
    order: Vec<usize>,
}

impl<'t> Table<'t> {
    /// The member of a name; `None` where it is null or not there.
    pub(in crate::formats) fn get(&self, name: &str) -> Option<Node<'t>> {
        self.members[self.position(name)?].1.present()
    }
    /// Where the member of a name stands.
    pub(in crate::formats) fn position(&self, name: &str) -> Option<usize> {
        let first = self.order.partition_point(|&at| self.members[at].0 < name);
        let at = *self.order.get(first)?;
        (self.members[at].0 == name).then_some(at)
    }
}

/// A refusal where there is more of something than is taken.
pub(in crate::formats) fn too_many(
    node: &Node<'_>,
    what: &'static str,
    limit: usize,
    found: usize,
) -> Result<(), Failure> {
    if found <= limit {
        return Ok(());
    }
    Err(Failure::from(FormatError::TooMany {
        at: node.path(),
        what,
        limit,
        found,
    }))
}

/// Writes the path from `tree` down to the tree `to`; false, and nothing written, where it is not
/// inside. Goes as deep as the reader lets a document be.
fn write_path(tree: &Tree, to: &Tree, path: &mut String) -> bool {
    if std::ptr::eq(tree, to) {
        return true;
    }
    let before = path.len();
    match tree {
        Tree::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                path.extend(["[", &at.to_string(), "]"]);
                if write_path(item, to, path) {
                    return true;
                }
                path.truncate(before);
            }
        }
        Tree::Object(members) => {
            for (key, member) in members {
                push_name(path, key);
                if write_path(member, to, path) {
                    return true;
                }
                path.truncate(before);
            }
        }
        Tree::Null | Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) => {}
    }
    false
}

fn push_name(path: &mut String, name: &str) {
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(name);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(node: Node<'_>, expected: &str) {
        let error = crate::formats::FormatError::from(node.expected("a word"));
        assert_eq!(
            error.to_string(),
            format!("{expected}: expected a word, found null")
        );
    }

    #[test]
    fn an_error_names_the_path_of_what_is_there_and_of_what_is_not() {
        let tree: Tree = serde_json::from_str(r#"{"a": [1, {"b": null}, {"b": null}]}"#).unwrap();
        let root = Node::root(&tree);
        let items = root.get("a").items().unwrap();
        check(items[2].get("b"), "a[2].b");
        check(items[1].get("b").get("c"), "a[1].b.c");
        check(items[0].get("x").get("y"), "a[0].x.y");
        check(root.get("x"), "x");
        assert_eq!(root.path(), "the file");
    }

    #[test]
    fn a_table_finds_its_members_by_name() {
        let tree: Tree = serde_json::from_str(r#"{"b": 1, "a": 2, "c": null}"#).unwrap();
        let table = Node::root(&tree).table().unwrap();
        let found = ["a", "b", "c", "d"].map(|name| table.get(name));
        let found = found.map(|node| node.map(|node| node.number().unwrap()));
        assert_eq!(found, [Some(2.0), Some(1.0), None, None]);
        assert_eq!(table.position("c"), Some(2));
    }
}
