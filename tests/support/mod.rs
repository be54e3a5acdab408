//! What the browser tests stand on: one browser, a fresh context a test, the
//! sites built once, and a plain host with faults at will.
//!
//! ```text
//! let host = Host::start();                      // the made site at a sub-path
//! let page = Page::open(&host.url("id/water/")); // a context of its own
//! page.role("button", "Bagikan").click();        // waits until it is there
//! page.wait_for_text("100.000");
//! page.expect_no_complaint();                    // console and policy
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
pub(crate) mod made;
mod page;
mod pipe;
mod record;
mod setting;
mod site;
mod wait;

pub use browser::Browser;
pub use faults::{Fault, Host};
pub use find::{Element, Name, without_holds};
pub use page::Page;
pub use record::{Record, Sent};
pub use setting::Scheme;
pub use site::{SUB_PATH, built, shipped_site, shipped_site_at_root, site, site_at_root};
