//! Every key of an object stands once.

use super::{Node, Tree};
use crate::cube::order_by;
use crate::formats::error::{Failure, FormatError};

/// Refuses a document in which a key stands twice in one object: which of the two is meant, nobody
/// can tell (RFC 8259, section 4).
pub(in crate::formats) fn refuse_twice(root: &Tree) -> Result<(), Failure> {
    let Some((object, key)) = twice(root) else {
        return Ok(());
    };
    Err(Failure::from(FormatError::DuplicateKey {
        at: Node::root(root).found(object).path(),
        key: key.to_owned(),
    }))
}

/// The first object in which a key stands twice, and that key.
fn twice(tree: &Tree) -> Option<(&Tree, &str)> {
    match tree {
        Tree::Array(items) => items.iter().find_map(twice),
        Tree::Object(members) => {
            let key = |at: usize| &*members[at].0;
            let order = order_by(members.len(), &|a, b| key(a).cmp(key(b)));
            let pair = order.windows(2).find(|pair| key(pair[0]) == key(pair[1]));
            let own = pair.map(|pair| (tree, key(pair[0])));
            own.or_else(|| members.iter().find_map(|(_, member)| twice(member)))
        }
        Tree::Null | Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let tree: Tree = serde_json::from_str(text).unwrap();
        let error = refuse_twice(&tree).map_err(FormatError::from).err();
        assert_eq!(error.map(|error| error.to_string()).as_deref(), expected);
    }

    #[test]
    fn a_key_that_stands_twice_is_named_with_its_place() {
        check(r#"{"a": {"b": 1}, "b": [{"b": 1}, {"b": 1}]}"#, None);
        check("[]", None);
        check(
            r#"{"b": 1, "a": 2, "b": 3}"#,
            Some("the file: the key \"b\" stands twice"),
        );
        check(
            r#"{"a": [{}, {"n1": {"x": null, "": 0, "x": {"y": 0, "y": 0}}}]}"#,
            Some("a[1].n1: the key \"x\" stands twice"),
        );
    }
}
