//! A page in a browser context of its own, as a visitor has it.

use std::time::Duration;

use serde_json::{Value, json};

use super::browser::Browser;
use super::find::without_holds;
use super::pipe::{Events, lock};
use super::record::{LISTEN, REPORT};

/// How long a visitor is expected to wait for what a test asks for.
const PATIENCE: Duration = Duration::from_secs(10);

/// Runs before the scripts of each document of a visitor whose browser knows no workers.
const WITHOUT_WORKERS: &str = "delete Navigator.prototype.serviceWorker";

/// One page of one visitor. It and all it has stored goes when it is dropped.
pub struct Page {
    browser: &'static Browser,
    context: String,
    session: String,
    pub(super) events: Events,
    pub(super) patience: Duration,
}

impl Page {
    /// Opens `url` as a new visitor with a window of 1280 x 800.
    pub fn open(url: &str) -> Self {
        let page = Self::blank();
        page.goto(url);
        page
    }

    /// An empty page, to be set up before it goes anywhere. Its browser knows no workers, so that each answer
    /// comes from the host.
    pub fn blank() -> Self {
        let page = Self::blank_with_workers();
        page.call(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": WITHOUT_WORKERS }),
        );
        page
    }

    /// An empty page whose browser keeps a copy of a site.
    pub fn blank_with_workers() -> Self {
        let browser = Browser::shared();
        let call = |method, params| browser.call(method, params).expect("the browser obeys");
        let context = text(
            &call("Target.createBrowserContext", json!({})),
            "browserContextId",
        );
        let target = text(
            &call(
                "Target.createTarget",
                json!({ "url": "about:blank", "browserContextId": context }),
            ),
            "targetId",
        );
        let attach = json!({ "targetId": target, "flatten": true });
        let session = text(&call("Target.attachToTarget", attach), "sessionId");
        let events = browser.pipe.events_of(&session);
        let page = Self {
            browser,
            context,
            session,
            events,
            patience: PATIENCE,
        };
        for domain in ["Page", "Runtime", "Log", "Network", "DOM"] {
            page.call(&format!("{domain}.enable"), json!({}));
        }
        page.call("Runtime.addBinding", json!({ "name": REPORT }));
        page.call(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": LISTEN }),
        );
        page.set_window(1280, 800);
        page
    }

    /// Sends a command of the protocol to this page.
    #[track_caller]
    pub fn call(&self, method: &str, params: Value) -> Value {
        self.try_call(method, params)
            .unwrap_or_else(|error| panic!("{error}"))
    }

    pub(super) fn try_call(&self, method: &str, params: Value) -> Result<Value, String> {
        self.browser.pipe.call(&self.session, method, params)
    }

    /// Goes to `url` and waits until its document has been read.
    #[track_caller]
    pub fn goto(&self, url: &str) {
        self.arrives("the document", || {
            let answer = self.call("Page.navigate", json!({ "url": url }));
            assert!(
                answer["errorText"].is_null(),
                "{url}: {}",
                answer["errorText"]
            );
            // A change of the fragment alone loads nothing.
            answer["loaderId"].is_string()
        });
    }

    #[track_caller]
    pub fn reload(&self) {
        self.arrives("the document", || {
            self.call("Page.reload", json!({}));
            true
        });
    }

    /// Back in the history, as by the browser's own button.
    #[track_caller]
    pub fn back(&self) {
        self.call(
            "Runtime.evaluate",
            json!({ "expression": "history.back()" }),
        );
    }

    /// Forward in the history.
    #[track_caller]
    pub fn forward(&self) {
        self.call(
            "Runtime.evaluate",
            json!({ "expression": "history.forward()" }),
        );
    }

    #[track_caller]
    fn arrives(&self, what: &str, go: impl FnOnce() -> bool) {
        let ready = || {
            let events = lock(&self.events);
            events
                .iter()
                .filter(|event| event["method"] == "Page.domContentEventFired")
                .count()
        };
        let before = ready();
        if go() {
            self.wait_until(what, || (ready() > before).then_some(()));
        }
    }

    /// The value of a JavaScript expression; a promise is awaited.
    #[track_caller]
    pub fn evaluate(&self, expression: &str) -> Value {
        self.try_evaluate(expression)
            .unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    /// Like [`Self::evaluate`], with what the expression threw.
    pub fn try_evaluate(&self, expression: &str) -> Result<Value, String> {
        let params = json!({
            "expression": expression, "awaitPromise": true, "returnByValue": true,
            "allowUnsafeEvalBlockedByCSP": false,
        });
        let answer = self.try_call("Runtime.evaluate", params)?;
        let thrown = &answer["exceptionDetails"];
        if thrown.is_null() {
            return Ok(answer["result"]["value"].clone());
        }
        let what = thrown["exception"]["description"]
            .as_str()
            .or(thrown["text"].as_str());
        Err(what.unwrap_or("an exception").to_owned())
    }

    /// All text that a visitor can read.
    pub fn text(&self) -> String {
        let text = self
            .try_evaluate("document.body.innerText")
            .unwrap_or_default();
        without_holds(text.as_str().unwrap_or_default())
    }

    pub fn url(&self) -> String {
        self.evaluate("location.href")
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    pub fn title(&self) -> String {
        self.evaluate("document.title")
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let context = json!({ "browserContextId": self.context });
        // A browser that has ended has taken the page with it.
        let _ = self.browser.call("Target.disposeBrowserContext", context);
        self.browser.pipe.forget(&self.session);
    }
}

pub(super) fn text(answer: &Value, key: &str) -> String {
    answer[key].as_str().unwrap_or_default().to_owned()
}
