//! The browser's own protocol (Chrome `DevTools`) over a pipe: messages of JSON, each ended by a
//! zero byte (`--remote-debugging-pipe`).

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{ChildStdin, ChildStdout};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

const ANSWER_WITHIN: Duration = Duration::from_secs(20);

/// The events of one session, in the order in which they came.
pub type Events = Arc<Mutex<Vec<Value>>>;

#[derive(Default)]
struct Shared {
    next: u64,
    waiting: HashMap<u64, Sender<Value>>,
    events: HashMap<String, Events>,
}

/// A connection to one browser, shared by all tests of a program.
pub struct Pipe {
    write: Mutex<ChildStdin>,
    shared: Arc<Mutex<Shared>>,
}

/// A test that has failed must not fail the others.
pub fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Pipe {
    pub fn new(write: ChildStdin, read: ChildStdout) -> Self {
        let shared = Arc::new(Mutex::new(Shared::default()));
        let listener = Arc::clone(&shared);
        thread::spawn(move || listen(read, &listener));
        Self {
            write: Mutex::new(write),
            shared,
        }
    }

    /// Keeps the events of `session` from now on.
    pub fn events_of(&self, session: &str) -> Events {
        Arc::clone(
            lock(&self.shared)
                .events
                .entry(session.to_owned())
                .or_default(),
        )
    }

    pub fn forget(&self, session: &str) {
        lock(&self.shared).events.remove(session);
    }

    /// Sends a command and waits for its answer; `session` is empty for the
    /// browser itself.
    pub fn call(&self, session: &str, method: &str, params: Value) -> Result<Value, String> {
        let (sender, receiver) = channel();
        let id = {
            let mut shared = lock(&self.shared);
            shared.next += 1;
            let id = shared.next;
            shared.waiting.insert(id, sender);
            id
        };
        let mut message = json!({ "id": id, "method": method, "params": params });
        if !session.is_empty() {
            message["sessionId"] = session.into();
        }
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        lock(&self.write)
            .write_all(&bytes)
            .map_err(|error| format!("{method}: {error}"))?;
        let answer = receiver
            .recv_timeout(ANSWER_WITHIN)
            .map_err(|_| format!("{method}: the browser gave no answer"))?;
        match answer.get("error") {
            Some(error) => Err(format!("{method}: {}", error["message"])),
            None => Ok(answer["result"].clone()),
        }
    }
}

fn listen(read: impl Read, shared: &Mutex<Shared>) {
    let mut read = BufReader::new(read);
    let mut bytes = Vec::new();
    while read
        .read_until(0, &mut bytes)
        .is_ok_and(|length| length > 0)
    {
        bytes.pop();
        if let Ok(message) = serde_json::from_slice::<Value>(&bytes) {
            deliver(message, &mut lock(shared));
        }
        bytes.clear();
    }
    // The browser has ended: whoever still waits is told at once.
    lock(shared).waiting.clear();
}

fn deliver(message: Value, shared: &mut Shared) {
    if let Some(id) = message["id"].as_u64() {
        if let Some(sender) = shared.waiting.remove(&id) {
            // Nobody listens any more after a time-out.
            let _ = sender.send(message);
        }
    } else if let Some(events) = message["sessionId"]
        .as_str()
        .and_then(|id| shared.events.get(id))
    {
        lock(events).push(message);
    }
}
