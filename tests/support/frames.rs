//! The frames of a page: what a script in one of them would find.

use serde_json::{Value, json};

use super::page::Page;
use super::pipe::lock;

impl Page {
    /// The value of an expression in the first frame whose address contains `url`; nothing while
    /// there is none, or where it throws.
    pub fn in_frame(&self, url: &str, expression: &str) -> Option<Value> {
        let tree = self.try_call("Page.getFrameTree", json!({})).ok()?;
        let frames = tree["frameTree"]["childFrames"].as_array()?;
        let address = |frame: &Value| {
            let frame = &frame["frame"];
            let [url, fragment] = ["url", "urlFragment"].map(|key| frame[key].as_str());
            format!(
                "{}{}",
                url.unwrap_or_default(),
                fragment.unwrap_or_default()
            )
        };
        let frame = frames.iter().find(|frame| address(frame).contains(url))?;
        let context = self.context_of(&frame["frame"]["id"])?;
        let params = json!({
            "expression": expression, "awaitPromise": true, "returnByValue": true,
            "contextId": context, "allowUnsafeEvalBlockedByCSP": false,
        });
        let answer = self.try_call("Runtime.evaluate", params).ok()?;
        answer["exceptionDetails"]
            .is_null()
            .then(|| answer["result"]["value"].clone())
    }

    /// Waits until an expression is true in the frame whose address contains `url`.
    #[track_caller]
    pub fn wait_in_frame(&self, url: &str, expression: &str) {
        self.wait_until(&format!("{expression} in the frame {url}"), || {
            (self.in_frame(url, expression)? == true).then_some(())
        });
    }

    /// The world of the scripts of a frame.
    fn context_of(&self, frame: &Value) -> Option<Value> {
        let events = lock(&self.events);
        let made = events.iter().rev().find(|event| {
            let about = &event["params"]["context"]["auxData"];
            event["method"] == "Runtime.executionContextCreated"
                && about["frameId"] == *frame
                && about["isDefault"] == true
        })?;
        Some(made["params"]["context"]["id"].clone())
    }
}
