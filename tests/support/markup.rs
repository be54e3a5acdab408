//! Markup as a browser reads it.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// Parses a document with this in its body; fails at the first error of the parser.
pub(crate) fn parsed(markup: &str) -> RcDom {
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><title>x</title></head><body>{markup}</body></html>"
    );
    let mut options = ParseOpts::default();
    options.tokenizer.exact_errors = true;
    options.tree_builder.exact_errors = true;
    let dom = parse_document(RcDom::default(), options).one(page);
    assert!(
        dom.errors.borrow().is_empty(),
        "{:?}: {markup}",
        dom.errors.borrow()
    );
    dom
}

/// All text inside of a node.
pub(crate) fn text(node: &Handle) -> String {
    let own = if let NodeData::Text { contents } = &node.data {
        contents.borrow().to_string()
    } else {
        String::new()
    };
    let inner = node.children.borrow();
    own + &inner.iter().map(text).collect::<String>()
}
