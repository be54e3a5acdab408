//! What the browser tests stand on: one browser, a fresh context a test, the
//! site built once, and a plain host with faults at will.
//!
//! ```text
//! let host = Host::start("/sub/");                  // the site at a sub-path
//! let page = Page::open(&host.url("id/prakerja/")); // a context of its own
//! page.role("button", "Mulai").click();             // waits until it is there
//! page.wait_for_text("17.500.000");
//! page.expect_no_complaint();                       // console and policy
//! ```

#![allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    missing_debug_implementations,
    reason = "each test program uses its own part of this folder"
)]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::needless_pass_by_value,
    reason = "a test that cannot go on stops and says why"
)]

mod act;
mod browser;
mod faults;
mod find;
mod frames;
mod page;
mod pipe;
mod record;
mod setting;
mod site;
mod wait;

pub use browser::Browser;
pub use faults::{Fault, Host};
pub use find::{Element, Name};
pub use page::Page;
pub use record::{Record, Sent};
pub use setting::Scheme;
pub use site::{SUB_PATH, built, site, site_at_root};
