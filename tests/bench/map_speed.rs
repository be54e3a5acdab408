//! How long a choice takes until the last write to the document and until the next painted frame,
//! map, bars and table in view; beside a hand-written page that fills the same shapes from ready
//! numbers. Both in one run of headless Chromium, in turns: `cargo bench`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark that cannot go on stops and says why"
)]

#[path = "../support/mod.rs"]
mod support;

use std::fs;
use std::process::ExitCode;

use serde_json::{Value, json};
use support::{Host, Page, SUB_PATH, shipped_site};

/// Milliseconds from a choice to the last write, at the median.
const WRITTEN_MS: f64 = 8.0;
/// Times the rival's time to the next painted frame.
const PAINTED: f64 = 2.0;
/// Turns, and events a turn.
const TURNS: u32 = 4;
const EVENTS: u32 = 30;

/// The picture of the page alone, as large and in the same style.
fn rival(product: &Page) -> String {
    let svg = product.evaluate(
        "(() => {
           const map = document.querySelector('[role=application]');
           const style = document.querySelector('link[rel=stylesheet]').href;
           return `<!doctype html><title>rival</title><link rel=stylesheet href=\"${style}\">
             <div class=map>${map.innerHTML}</div>`;
         })()",
    );
    svg.as_str().expect("the picture of the map").to_owned()
}

fn run(page: &Page, script: &str, given: &Value) -> Vec<Value> {
    let measured = page.evaluate(&format!("({script})({given})"));
    measured.as_array().expect("measurements").clone()
}

fn of(measured: &[Value], key: &str) -> Vec<f64> {
    let mut numbers: Vec<f64> = measured
        .iter()
        .map(|it| it[key].as_f64().unwrap())
        .collect();
    numbers.sort_by(f64::total_cmp);
    numbers
}

fn at(sorted: &[f64], share: f64) -> f64 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a position in a short list"
    )]
    sorted[((sorted.len() - 1) as f64 * share).round() as usize]
}

fn main() -> ExitCode {
    let host = Host::shipped();
    let open = |path: &str| {
        let page = Page::open(&host.url(path));
        page.set_window(1440, 1000);
        page
    };
    let product = open("id/prakerja/");
    product
        .wait_for("document.querySelectorAll('[role=application] path[data-at]').length === 514");
    product.wait_for("document.querySelectorAll('tbody tr').length === 514");
    let name = "rival.html";
    fs::write(shipped_site().join(name), rival(&product)).expect("a place for the rival");
    let by_hand = open(name);
    by_hand.wait_for("document.querySelectorAll('.shapes path').length === 514");
    let width = product.evaluate("document.querySelector('[role=application]').clientWidth");
    by_hand.evaluate(&format!(
        "document.querySelector('.map').style.width = '{width}px'"
    ));
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    // The first turn warms both up.
    for turn in 0..=TURNS {
        let given = json!({ "seed": 7 + turn, "events": EVENTS, "counting": false });
        let one = run(&product, include_str!("product.js"), &given);
        let other = run(&by_hand, include_str!("rival.js"), &given);
        if turn > 0 {
            ours.extend(one);
            theirs.extend(other);
        }
    }
    let given = json!({ "seed": 7, "events": EVENTS, "counting": true });
    let counted = run(&product, include_str!("product.js"), &given);
    fs::remove_file(shipped_site().join(name)).expect("the rival's own file");
    let written = of(&ours, "written");
    let (painted, by_rival) = (of(&ours, "painted"), of(&theirs, "painted"));
    let ratio = at(&painted, 0.5) / at(&by_rival, 0.5);
    let idle: f64 = of(&counted, "idle").iter().sum();
    println!(
        "{SUB_PATH}id/prakerja/, 1440 x 1000, {} choices",
        ours.len()
    );
    println!("                          median      95 %");
    let line = |name: &str, sorted: &[f64]| {
        println!(
            "{name:24}{:7.1} ms{:7.1} ms",
            at(sorted, 0.5),
            at(sorted, 0.95)
        );
    };
    line("last write", &written);
    line("next frame", &painted);
    line("next frame, by hand", &by_rival);
    println!("frame over frame        {ratio:7.2}");
    println!(
        "writes a choice         {:7.0}",
        at(&of(&counted, "writes"), 0.5)
    );
    println!("writes that changed nothing {idle:3.0}");
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    println!(
        "{}",
        json!({
            "written_ms": at(&written, 0.5), "painted_ms": at(&painted, 0.5),
            "rival_painted_ms": at(&by_rival, 0.5), "ratio": ratio, "idle_writes": idle,
            "cores": cores,
        })
    );
    if at(&written, 0.5) <= WRITTEN_MS && ratio <= PAINTED && idle == 0.0 {
        ExitCode::SUCCESS
    } else {
        println!(
            "over the limit: {WRITTEN_MS} ms to the last write, {PAINTED} times to the frame, no idle write"
        );
        ExitCode::FAILURE
    }
}
