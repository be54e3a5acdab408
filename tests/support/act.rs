//! Acting as a visitor: a real mouse and real keys.

use serde_json::{Value, json};

use super::find::Element;
use super::page::Page;

impl Element<'_> {
    /// Scrolls the element into view and clicks its middle; fails when
    /// something else lies over it.
    #[track_caller]
    pub fn click(&self) {
        let (x, y) = self.under_the_mouse();
        let mut event = json!({ "x": x, "y": y });
        event["button"] = "left".into();
        event["clickCount"] = 1.into();
        for kind in ["mousePressed", "mouseReleased"] {
            event["type"] = kind.into();
            self.page.call("Input.dispatchMouseEvent", event.clone());
        }
    }

    /// Moves the mouse over the element.
    #[track_caller]
    pub fn hover(&self) {
        self.under_the_mouse();
    }

    /// Its middle, to which the mouse was moved, once it stays there.
    #[track_caller]
    fn under_the_mouse(&self) -> (f64, f64) {
        let mut middle = self.middle();
        let what = format!("the {} {:?} to stand still", self.role(), self.name());
        self.page.wait_until(&what, || {
            let (x, y) = middle;
            let event = json!({ "type": "mouseMoved", "x": x, "y": y });
            self.page.call("Input.dispatchMouseEvent", event);
            middle = self.middle();
            (middle == (x, y)).then_some(middle)
        })
    }

    /// Gives it the focus without a click.
    #[track_caller]
    pub fn focus(&self) {
        self.page
            .call("DOM.focus", json!({ "backendNodeId": self.backend_id }));
    }

    /// Clicks a field, takes away what it holds, and types.
    #[track_caller]
    pub fn fill(&self, text: &str) {
        self.click();
        self.script("this.select()");
        self.page.press("Backspace");
        self.page.type_text(text);
    }

    /// Its box: left, top, width and height in CSS pixels of the window.
    #[track_caller]
    pub fn bounds_px(&self) -> [f64; 4] {
        let bounds = self.script(
            "const box = this.getBoundingClientRect(); return [box.x, box.y, box.width, box.height]",
        );
        [0, 1, 2, 3].map(|at| bounds[at].as_f64().unwrap_or(f64::NAN))
    }

    /// Its middle, once nothing lies over it: what comes late moves what is below.
    #[track_caller]
    fn middle(&self) -> (f64, f64) {
        let what = format!("the {} {:?}, uncovered", self.role(), self.name());
        self.page.wait_until(&what, || self.uncovered_middle())
    }

    fn uncovered_middle(&self) -> Option<(f64, f64)> {
        let node = json!({ "backendNodeId": self.backend_id });
        self.page.call("DOM.scrollIntoViewIfNeeded", node.clone());
        let quads = self.page.call("DOM.getContentQuads", node);
        let quad: Vec<f64> = quads["quads"][0]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_f64)
            .collect();
        let [x1, y1, _, _, x3, y3, ..] = quad[..] else {
            return None;
        };
        let (x, y) = (f64::midpoint(x1, x3), f64::midpoint(y1, y3));
        let uncovered = self.script(&format!(
            "const top = document.elementFromPoint({x}, {y});
             return Boolean(top && (this.contains(top) || top.contains(this) || top.closest('label')?.control === this))"
        ));
        (uncovered == true).then_some((x, y))
    }
}

impl Page {
    /// Types into whatever has the focus, key by key.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        for letter in text.chars() {
            let text = letter.to_string();
            self.call(
                "Input.dispatchKeyEvent",
                json!({ "type": "keyDown", "text": text, "key": text }),
            );
            self.call(
                "Input.dispatchKeyEvent",
                json!({ "type": "keyUp", "key": text }),
            );
        }
    }

    /// Presses one key by its name in the DOM (`Tab`, `Enter`, `ArrowDown`,
    /// `Escape`, `a`, ` `), with modifiers before it: `Shift+Tab`.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        let (modifiers, key) = match keys.rsplit_once('+') {
            Some((before, key)) if !key.is_empty() => (before, key),
            _ => ("", keys),
        };
        let bits = modifiers.split('+').map(|modifier| match modifier {
            "Alt" => 1,
            "Control" => 2,
            "Meta" => 4,
            "Shift" => 8,
            "" => 0,
            other => panic!("no modifier {other}"),
        });
        let (code, number, text) = key_of(key);
        let mut event = json!({
            "type": if text.is_empty() { "rawKeyDown" } else { "keyDown" },
            "key": key, "code": code, "windowsVirtualKeyCode": number,
            "modifiers": bits.sum::<i32>(),
        });
        if !text.is_empty() {
            event["text"] = text.into();
        }
        self.call("Input.dispatchKeyEvent", event.clone());
        event["type"] = "keyUp".into();
        self.call("Input.dispatchKeyEvent", event);
    }
}

/// The code of a key, its number in Windows, and the text that it makes.
fn key_of(key: &str) -> (&str, u32, &str) {
    match key {
        "Enter" => ("Enter", 13, "\r"),
        " " => ("Space", 32, " "),
        "Tab" => ("Tab", 9, ""),
        "Escape" => ("Escape", 27, ""),
        "Backspace" => ("Backspace", 8, ""),
        "Delete" => ("Delete", 46, ""),
        "Home" => ("Home", 36, ""),
        "End" => ("End", 35, ""),
        "PageUp" => ("PageUp", 33, ""),
        "PageDown" => ("PageDown", 34, ""),
        "ArrowLeft" => ("ArrowLeft", 37, ""),
        "ArrowUp" => ("ArrowUp", 38, ""),
        "ArrowRight" => ("ArrowRight", 39, ""),
        "ArrowDown" => ("ArrowDown", 40, ""),
        letter if letter.chars().count() == 1 => ("", 0, letter),
        other => panic!("no key {other}"),
    }
}
