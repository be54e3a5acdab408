//! Loading a file with true progress, a patience that ends, and a cause for every fault.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Interval;
use sha2::{Digest, Sha256};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, ReadableStreamDefaultReader, RequestCache, RequestInit, RequestMode, Response,
};

/// Seconds without a byte after which the reader is told.
const STALLED_S: u32 = 10;
/// Seconds without a byte after which the transfer is given up.
const GIVEN_UP_S: u32 = 60;

/// How far a transfer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Progress {
    /// Decoded bytes that have come.
    pub(crate) done: usize,
    /// Decoded bytes of the file; 0 where not known.
    pub(crate) all: usize,
    /// Whether nothing has come for ten seconds.
    pub(crate) stalled: bool,
}

/// Why a file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cause {
    /// The server answered with another status than 200.
    Status(u16),
    /// The connection failed or broke.
    Network,
    /// Nothing came for a minute.
    Timeout,
    /// A web page came instead of data.
    Html,
    /// More or fewer bytes than the list says.
    Size { expected: usize, found: usize },
    /// Other bytes than the list says.
    Hash,
    /// The bytes are what was published and still cannot be read.
    Format(String),
    /// The list has no dataset of the id that a link names, only the others.
    NoDataset { id: String, others: Vec<String> },
}

/// A file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Its name.
    pub(crate) file: String,
    /// Why.
    pub(crate) cause: Cause,
}

/// Hears how far a transfer is.
pub(crate) type Report = Rc<dyn Fn(Progress)>;

/// What the list of the site says of a file.
pub(crate) type Expected<'a> = Option<(usize, &'a str)>;

/// Loads a file of the site. `expected`: bytes and SHA-256 in hexadecimal, checked before the
/// bytes are handed on. Where the network fails, what the browser has kept of the file serves.
///
/// # Errors
/// [`Cause`], never a partial file.
pub(crate) async fn fetch_bytes(
    url: &str,
    expected: Expected<'_>,
    report: Report,
) -> Result<Vec<u8>, Cause> {
    let controller = AbortController::new().map_err(|_| Cause::Network)?;
    let patience = Patience::new(
        controller.clone(),
        expected.map_or(0, |(bytes, _)| bytes),
        report,
    );
    let outcome = stream(url, &controller, &patience).await;
    let bytes = outcome.map_err(|cause| {
        if patience.is_over() {
            Cause::Timeout
        } else {
            cause
        }
    })?;
    let Some((size, hash)) = expected else {
        return Ok(bytes);
    };
    if bytes.len() != size {
        return Err(Cause::Size {
            expected: size,
            found: bytes.len(),
        });
    }
    let found = Sha256::digest(&bytes);
    let same = found
        .iter()
        .zip(hash.as_bytes().chunks(2))
        .all(|(byte, digits)| {
            std::str::from_utf8(digits)
                .is_ok_and(|digits| u8::from_str_radix(digits, 16) == Ok(*byte))
        });
    if same { Ok(bytes) } else { Err(Cause::Hash) }
}

async fn stream(
    url: &str,
    controller: &AbortController,
    patience: &Patience,
) -> Result<Vec<u8>, Cause> {
    let window = web_sys::window().ok_or(Cause::Network)?;
    let init = RequestInit::new();
    init.set_signal(Some(&controller.signal()));
    let ask = || JsFuture::from(window.fetch_with_str_and_init(url, &init));
    let network = |_: JsValue| Cause::Network;
    let response = match ask().await {
        Err(_) if !controller.signal().aborted() => {
            // Without a network, what the browser has kept of the file.
            init.set_mode(RequestMode::SameOrigin);
            init.set_cache(RequestCache::OnlyIfCached);
            ask().await
        }
        answer => answer,
    };
    let response = response.map_err(network)?;
    let response: Response = response.dyn_into().map_err(network)?;
    if response.status() != 200 {
        return Err(Cause::Status(response.status()));
    }
    let kind = response
        .headers()
        .get("content-type")
        .ok()
        .flatten()
        .unwrap_or_default();
    if kind.starts_with("text/html") {
        return Err(Cause::Html);
    }
    let body = response.body().ok_or(Cause::Network)?;
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    loop {
        let part = JsFuture::from(reader.read()).await.map_err(network)?;
        let member = |name: &str| {
            js_sys::Reflect::get(&part, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
        };
        if member("done").is_truthy() {
            return Ok(bytes);
        }
        let chunk = js_sys::Uint8Array::new(&member("value"));
        let start = bytes.len();
        bytes.resize(start + chunk.length() as usize, 0);
        chunk.copy_to(&mut bytes[start..]);
        patience.heard(bytes.len());
    }
}

/// Counts the seconds without a byte; tells at ten, aborts at sixty.
struct Patience {
    silent_s: Rc<Cell<u32>>,
    done: Rc<Cell<usize>>,
    all: usize,
    report: Report,
    _clock: Interval,
}

impl Patience {
    fn new(controller: AbortController, all: usize, report: Report) -> Self {
        let (silent_s, done) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(0)));
        let (silent, so_far, tell) = (silent_s.clone(), done.clone(), report.clone());
        let clock = Interval::new(1000, move || {
            silent.set(silent.get() + 1);
            if silent.get() == STALLED_S {
                tell(Progress {
                    done: so_far.get(),
                    all,
                    stalled: true,
                });
            }
            if silent.get() == GIVEN_UP_S {
                controller.abort();
            }
        });
        Self {
            silent_s,
            done,
            all,
            report,
            _clock: clock,
        }
    }

    fn heard(&self, done: usize) {
        self.silent_s.set(0);
        self.done.set(done);
        (self.report)(Progress {
            done,
            all: self.all,
            stalled: false,
        });
    }

    fn is_over(&self) -> bool {
        self.silent_s.get() >= GIVEN_UP_S
    }
}
