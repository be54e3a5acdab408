//! What a page has said and asked for.

use serde_json::Value;

use super::page::Page;
use super::pipe::lock;

/// One request of a page and how it ended.
#[derive(Debug, Clone)]
pub struct Sent {
    pub url: String,
    pub method: String,
    /// The status of the answer, if one came.
    pub status: Option<u64>,
    /// Answered from the browser's own memory.
    pub from_cache: bool,
    /// Why it failed, if it did.
    pub failure: Option<String>,
}

/// Everything since the page was opened.
#[derive(Debug, Clone, Default)]
pub struct Record {
    /// Errors and warnings of the console, uncaught exceptions, and the
    /// browser's own entries.
    pub console: Vec<String>,
    /// Violations of the content security policy.
    pub violations: Vec<String>,
    /// Requests in the order in which they were sent.
    pub requests: Vec<Sent>,
}

/// The name of the function by which a page reports a violation.
pub const REPORT: &str = "reportPolicyViolation";

/// Runs in each document before its own scripts.
pub const LISTEN: &str = r"addEventListener('securitypolicyviolation', (event) =>
  reportPolicyViolation(`${event.effectiveDirective} blocked ${event.blockedURI || 'inline'} ` +
    `${event.sample} at ${event.sourceFile}:${event.lineNumber}`), true)";

impl Page {
    /// Everything said and sent since the page was opened.
    pub fn record(&self) -> Record {
        Record::of(&lock(&self.events))
    }

    /// Fails when a policy was violated, the page's own or a frame's.
    #[track_caller]
    pub fn expect_no_policy_complaint(&self) {
        let violations = self.record().violations;
        assert!(violations.is_empty(), "policy violations: {violations:#?}");
    }

    /// Fails when the console holds an error or warning, or the policy was
    /// violated.
    #[track_caller]
    pub fn expect_no_complaint(&self) {
        self.expect_no_policy_complaint();
        let record = self.record();
        assert!(record.console.is_empty(), "console: {:#?}", record.console);
    }
}

impl Record {
    /// Reads the events of a session.
    pub fn of(events: &[Value]) -> Self {
        let mut record = Self::default();
        let mut ids: Vec<String> = Vec::new();
        for event in events {
            let params = &event["params"];
            match event["method"].as_str().unwrap_or_default() {
                "Runtime.consoleAPICalled" => record.console.extend(said(params)),
                "Runtime.exceptionThrown" => record.console.push(thrown(params)),
                "Log.entryAdded" => record.console.extend(logged(&params["entry"])),
                "Runtime.bindingCalled" if params["name"] == REPORT => {
                    record.violations.push(text(&params["payload"]));
                }
                "Network.requestWillBeSent" => {
                    ids.push(text(&params["requestId"]));
                    record.requests.push(Sent {
                        url: text(&params["request"]["url"]),
                        method: text(&params["request"]["method"]),
                        status: params["redirectResponse"]["status"].as_u64(),
                        from_cache: false,
                        failure: None,
                    });
                }
                "Network.responseReceived" => {
                    if let Some(sent) = record.sent(&ids, params) {
                        sent.status = params["response"]["status"].as_u64();
                        sent.from_cache |= params["response"]["fromDiskCache"] == true;
                    }
                }
                "Network.requestServedFromCache" => {
                    if let Some(sent) = record.sent(&ids, params) {
                        sent.from_cache = true;
                    }
                }
                "Network.loadingFailed" => {
                    if let Some(sent) = record.sent(&ids, params) {
                        sent.failure = Some(text(&params["errorText"]));
                    }
                }
                _ => {}
            }
        }
        record
    }

    fn sent(&mut self, ids: &[String], params: &Value) -> Option<&mut Sent> {
        let at = ids
            .iter()
            .rposition(|id| params["requestId"] == id.as_str())?;
        self.requests.get_mut(at)
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn said(params: &Value) -> Option<String> {
    let kind = params["type"].as_str()?;
    let words = params["args"]
        .as_array()?
        .iter()
        .map(|word| match &word["value"] {
            Value::String(text) => text.clone(),
            Value::Null => text(&word["description"]),
            other @ (Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => {
                other.to_string()
            }
        });
    let words: Vec<_> = words.collect();
    matches!(kind, "error" | "warning" | "assert").then(|| format!("{kind}: {}", words.join(" ")))
}

fn thrown(params: &Value) -> String {
    let details = &params["exceptionDetails"];
    let what = details["exception"]["description"]
        .as_str()
        .or(details["text"].as_str());
    format!("uncaught: {}", what.unwrap_or("something"))
}

fn logged(entry: &Value) -> Option<String> {
    let level = entry["level"].as_str()?;
    // Which features a browser knows depends on its system; ours must name those of all.
    if text(&entry["text"]).starts_with("Error with Permissions-Policy header: Unrecognized") {
        return None;
    }
    matches!(level, "error" | "warning").then(|| {
        format!(
            "{level} ({}): {} {}",
            text(&entry["source"]),
            text(&entry["text"]),
            text(&entry["url"])
        )
    })
}
