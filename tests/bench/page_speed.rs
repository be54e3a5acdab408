//! How long a choice takes until the last write to the document and until the next painted frame,
//! filters, map and its legend in view; beside a hand-written page that writes the same shapes, texts,
//! bars and legend from ready values. Both in one run of headless Chromium, in turns. Then the same
//! choices in the sheet of a phone that is four times as slow: `cargo bench`.

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
use support::{Host, Name, Page, SUB_PATH, shipped_site};

/// Times the rival's time to the next painted frame, at the median.
const PAINTED: f64 = 1.5;
/// Milliseconds from a tap on a slow phone to the next painted frame, at the median.
const TAP_MS: f64 = 200.0;
/// Turns, and choices a turn.
const TURNS: usize = 4;
const CHOICES: usize = 30;
/// Taps on the phone.
const TAPS: usize = 20;

/// Every region of the country is a shape of its own.
const LINK: &str = "id/prakerja/?level=region";
const REGIONS: &str =
    "document.querySelectorAll('[role=application] path[data-at], .shapes path').length >= 514";

fn run(page: &Page, script: &str, given: &Value) -> Value {
    page.evaluate(&format!("({script})({given})"))
}

fn product(page: &Page, seed: usize, events: usize, recording: bool) -> Value {
    let given = json!({ "seed": seed, "events": events, "recording": recording });
    run(page, include_str!("product.js"), &given)
}

/// What was measured of each choice, in order of size.
fn sorted(runs: &[Value], key: &str) -> Vec<f64> {
    let choices = runs
        .iter()
        .flat_map(|run| run["choices"].as_array().unwrap());
    let mut numbers: Vec<f64> = choices.map(|it| it[key].as_f64().unwrap()).collect();
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

fn line(name: &str, sorted: &[f64]) {
    println!(
        "{name:28}{:7.1} ms{:7.1} ms",
        at(sorted, 0.5),
        at(sorted, 0.95)
    );
}

fn open(host: &Host, link: &str, (width_px, height_px): (u32, u32)) -> Page {
    let page = Page::open(&host.url(link));
    page.set_window(width_px, height_px);
    page
}

/// Every page does the same choices, a turn each: warming up, then measured.
fn seed(turn: usize) -> usize {
    7 + turn
}

fn desktop(host: &Host) -> (f64, usize) {
    let window = (1440, 1000);
    let recorded = open(host, LINK, window);
    recorded.wait_for(REGIONS);
    let turns = 0..=TURNS;
    let writes: Vec<Value> = turns
        .clone()
        .map(|turn| product(&recorded, seed(turn), CHOICES, true))
        .collect();
    let style = recorded.evaluate("document.querySelector('link[rel=stylesheet]').href");
    drop(recorded);

    let name = "rival.html";
    let style = style.as_str().unwrap();
    let document =
        format!("<!doctype html><title>rival</title><link rel=stylesheet href=\"{style}\"><body>");
    fs::write(shipped_site().join(name), document).expect("a place for the rival");
    let by_hand = open(host, name, window);
    let product_page = open(host, LINK, window);
    product_page.wait_for(REGIONS);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for turn in turns {
        let one = product(&product_page, seed(turn), CHOICES, false);
        let start = if turn == 0 {
            &writes[0]["start"]
        } else {
            &Value::Null
        };
        let given = json!({ "start": start, "choices": writes[turn]["choices"] });
        let other = run(&by_hand, include_str!("rival.js"), &given);
        // The first turn warms both up.
        if turn > 0 {
            ours.push(one);
            theirs.push(other);
        }
    }
    fs::remove_file(shipped_site().join(name)).expect("the rival's own file");

    let choices = writes
        .iter()
        .flat_map(|run| run["choices"].as_array().unwrap());
    let mut counts = Vec::new();
    let mut idle = 0;
    for choice in choices {
        counts.push(choice["writes"].as_array().unwrap().len());
        idle += usize::try_from(choice["idle"].as_u64().unwrap()).unwrap();
    }
    counts.sort_unstable();
    println!(
        "{SUB_PATH}{LINK}, {} x {}, {} choices",
        window.0,
        window.1,
        TURNS * CHOICES
    );
    println!("                              median      95 %");
    line("last write", &sorted(&ours, "last"));
    line("last write, by hand", &sorted(&theirs, "last"));
    line("next frame", &sorted(&ours, "painted"));
    line("next frame, by hand", &sorted(&theirs, "painted"));
    let ratio = at(&sorted(&ours, "painted"), 0.5) / at(&sorted(&theirs, "painted"), 0.5);
    println!("frame over frame            {ratio:7.2}");
    println!("writes a choice             {:7}", counts[counts.len() / 2]);
    println!("writes that changed nothing {idle:7}");
    (ratio, idle)
}

fn phone(host: &Host) -> f64 {
    let page = open(host, LINK, (360, 640));
    page.wait_for(REGIONS);
    page.role("button", Name::starts_with("Filter (")).click();
    page.role("button", Name::starts_with("2020 "));
    page.call("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }));
    let warm = product(&page, 3, 3, false);
    assert_eq!(warm["choices"].as_array().map(Vec::len), Some(3));
    let taps = sorted(&[product(&page, 11, TAPS, false)], "painted");
    println!("the sheet of 360 x 640, four times as slow, {TAPS} taps");
    line("next frame", &taps);
    at(&taps, 0.5)
}

fn main() -> ExitCode {
    let host = Host::shipped();
    let (ratio, idle) = desktop(&host);
    let tap_ms = phone(&host);
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    println!(
        "{}",
        json!({ "ratio": ratio, "idle_writes": idle, "tap_ms": tap_ms, "cores": cores })
    );
    if ratio <= PAINTED && tap_ms <= TAP_MS {
        ExitCode::SUCCESS
    } else {
        println!("over the limit: {PAINTED} times to the frame, {TAP_MS} ms a tap");
        ExitCode::FAILURE
    }
}
