//! Finding things as a screen reader does: by role and name.

use serde_json::{Value, json};

use super::page::Page;

/// Which name an element must have.
#[derive(Debug, Clone)]
pub enum Name {
    Is(String),
    Contains(String),
    StartsWith(String),
    Any,
}

impl Name {
    pub fn contains(text: &str) -> Self {
        Self::Contains(text.into())
    }

    pub fn starts_with(text: &str) -> Self {
        Self::StartsWith(text.into())
    }

    fn fits(&self, name: &str) -> bool {
        match self {
            Self::Is(text) => name == text,
            Self::Contains(text) => name.contains(text.as_str()),
            Self::StartsWith(text) => name.starts_with(text.as_str()),
            Self::Any => true,
        }
    }
}

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        Self::Is(text.into())
    }
}

/// One element of a page as the accessibility tree knew it when it was found.
pub struct Element<'a> {
    pub(super) page: &'a Page,
    pub(super) backend_id: u64,
    node: Value,
}

impl Page {
    /// Waits for the first element of `role` with `name`.
    #[track_caller]
    pub fn role(&self, role: &str, name: impl Into<Name>) -> Element<'_> {
        let name = name.into();
        let found = || self.all(role, name.clone()).into_iter().next();
        self.wait_until(&format!("the {role} {name:?}"), found)
    }

    /// Those of `role` with `name` that are there now, in document order.
    pub fn all(&self, role: &str, name: impl Into<Name>) -> Vec<Element<'_>> {
        let name = name.into();
        // Chromium crashes when it is asked for the tree of a document that it is
        // still reading, so the document is asked first, and that very one.
        let read = "document.readyState === 'loading' ? null : document";
        let found = self
            .try_call("Runtime.evaluate", json!({ "expression": read }))
            .and_then(|document| {
                let mut query = json!({ "objectId": document["result"]["objectId"], "role": role });
                // A dash may keep what follows on its line, which the browser's own names show.
                if let Name::Is(text) = &name
                    && !text.contains('–')
                {
                    query["accessibleName"] = text.as_str().into();
                }
                self.try_call("Accessibility.queryAXTree", query)
            });
        // A document that is just being replaced has no tree.
        let Ok(mut found) = found else {
            return Vec::new();
        };
        let nodes = found["nodes"]
            .as_array_mut()
            .map(std::mem::take)
            .unwrap_or_default();
        let elements = nodes
            .into_iter()
            .filter_map(|node| Element::new(self, node));
        elements
            .filter(|element| name.fits(&element.name()))
            .collect()
    }

    /// How many elements of `role` there are now.
    pub fn count(&self, role: &str) -> usize {
        self.all(role, Name::Any).len()
    }

    /// Waits until there are `expected` elements of `role`.
    #[track_caller]
    pub fn wait_for_count(&self, role: &str, expected: usize) {
        let enough = || (self.count(role) == expected).then_some(());
        self.wait_until(&format!("{expected} of role {role}"), enough);
    }

    /// Waits until no element of `role` with `name` is left.
    #[track_caller]
    pub fn wait_for_none(&self, role: &str, name: impl Into<Name>) {
        let name = name.into();
        let gone = || self.all(role, name.clone()).is_empty().then_some(());
        self.wait_until(&format!("no {role} {name:?}"), gone);
    }

    /// The element that has the focus, or the document.
    pub fn focused(&self) -> Option<Element<'_>> {
        let active = json!({ "expression": "document.activeElement" });
        let active = self.try_call("Runtime.evaluate", active).ok()?;
        let params = json!({ "objectId": active["result"]["objectId"], "fetchRelatives": false });
        let tree = self
            .try_call("Accessibility.getPartialAXTree", params)
            .ok()?;
        Element::new(self, tree["nodes"].get(0)?.clone())
    }

    /// Role and name of what has the focus: `("button", "Coba lagi")`.
    pub fn focus(&self) -> (String, String) {
        self.focused()
            .map(|element| (element.role(), element.name()))
            .unwrap_or_default()
    }
}

/// A text without what only keeps its words on one line.
pub fn without_holds(text: &str) -> String {
    text.replace('\u{a0}', " ").replace('\u{2060}', "")
}

impl<'a> Element<'a> {
    fn new(page: &'a Page, node: Value) -> Option<Self> {
        if node["ignored"] == true {
            return None;
        }
        let backend_id = node["backendDOMNodeId"].as_u64()?;
        Some(Self {
            page,
            backend_id,
            node,
        })
    }

    pub fn role(&self) -> String {
        self.node["role"]["value"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    pub fn name(&self) -> String {
        let name = self.node["name"]["value"].as_str().unwrap_or_default();
        without_holds(name)
    }

    /// What a field holds.
    pub fn value(&self) -> String {
        self.script("return String(this.value ?? '')")
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// A state such as `pressed`, `checked`, `expanded`, `selected`, `focused`,
    /// as it was when the element was found.
    pub fn state(&self, name: &str) -> Option<Value> {
        let states = self.node["properties"].as_array()?;
        let state = states.iter().find(|state| state["name"] == name)?;
        Some(state["value"]["value"].clone())
    }

    pub fn attribute(&self, name: &str) -> Option<String> {
        let body = format!("return this.getAttribute({})", json!(name));
        self.script(&body).as_str().map(str::to_owned)
    }

    /// The text that can be read in it.
    #[track_caller]
    pub fn text(&self) -> String {
        let text = self.script("return this.innerText ?? this.textContent");
        without_holds(text.as_str().unwrap_or_default())
    }

    /// The value of a function's body in which the element is `this`.
    #[track_caller]
    pub fn script(&self, body: &str) -> Value {
        let node = self.page.call(
            "DOM.resolveNode",
            json!({ "backendNodeId": self.backend_id }),
        );
        let answer = self.page.call(
            "Runtime.callFunctionOn",
            json!({
                "objectId": node["object"]["objectId"],
                "functionDeclaration": format!("function() {{ {body} }}"),
                "returnByValue": true,
            }),
        );
        answer["result"]["value"].clone()
    }
}
