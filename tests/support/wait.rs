//! Waiting for what a visitor would see.

use std::thread;
use std::time::{Duration, Instant};

use super::page::Page;
use super::pipe::lock;

const LOOK_EVERY: Duration = Duration::from_millis(15);

impl Page {
    /// Waits until `text` can be read; a space may be one that does not break.
    #[track_caller]
    pub fn wait_for_text(&self, text: &str) {
        self.wait_until(&format!("the text {text:?}"), || {
            self.text().contains(text).then_some(())
        });
    }

    #[track_caller]
    pub fn wait_for_no_text(&self, text: &str) {
        let what = format!("the text {text:?} to go");
        self.wait_until(&what, || (!self.text().contains(text)).then_some(()));
    }

    /// Waits until a JavaScript expression is true.
    #[track_caller]
    pub fn wait_for(&self, expression: &str) {
        self.wait_until(expression, || {
            self.try_evaluate(expression)
                .is_ok_and(|value| value == true)
                .then_some(())
        });
    }

    /// Looks again and again until `look` finds something, and tells what the
    /// page shows when the patience has come to an end.
    #[track_caller]
    pub fn wait_until<T>(&self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let end = Instant::now() + self.patience;
        loop {
            if let Some(found) = look() {
                return found;
            }
            let crashed = self.has_crashed();
            if crashed || Instant::now() > end {
                let record = self.record();
                panic!(
                    "waited in vain for {what}{}\nconsole: {:#?}\nviolations: {:#?}\nthe page reads:\n{}",
                    if crashed { ": the tab has crashed" } else { "" },
                    record.console,
                    record.violations,
                    self.text()
                );
            }
            thread::sleep(LOOK_EVERY);
        }
    }

    fn has_crashed(&self) -> bool {
        let events = lock(&self.events);
        events
            .iter()
            .any(|event| event["method"] == "Inspector.targetCrashed")
    }

    /// Waits longer, or less long, than the ten seconds a test begins with.
    pub fn set_patience(&mut self, patience: Duration) {
        self.patience = patience;
    }
}
