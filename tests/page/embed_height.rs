//! A view in a partner's page is as high as its content, at any width.

use std::thread::sleep;
use std::time::{Duration, Instant};

use super::partner::{Guest, partner_url};

const VIEW: &str = "water/n1";

/// The height of the element's frame and of what stands in it, once they have come to rest.
#[track_caller]
fn heights(guest: &Guest, width_px: u32) -> (f64, f64) {
    let frame = "document.querySelector('#element').frame.getBoundingClientRect()";
    let measure = || {
        let outside = guest.evaluate(&format!("[{frame}.width, {frame}.height]"));
        let inside = guest.in_frame(
            VIEW,
            "[innerWidth, document.getElementById('jangkau').getBoundingClientRect().height]",
        )?;
        let at = |value: &serde_json::Value, at: usize| value[at].as_f64();
        let wide =
            |value| at(value, 0).is_some_and(|wide| (wide - f64::from(width_px)).abs() < 0.01);
        let wide = wide(&outside) && wide(&inside);
        wide.then_some((at(&outside, 1)?, at(&inside, 1)?))
    };
    let mut before = None;
    guest.wait_until(&format!("a view at rest in {width_px} px"), || {
        sleep(Duration::from_millis(60));
        let now = measure();
        let provenance = now.is_some() && now == before;
        before = now;
        now.filter(|(outside, inside)| provenance && (outside - inside).abs() <= 1.0)
    })
}

fn open() -> Guest {
    let guest = Guest::at(&partner_url("partner/"));
    guest.wait_for("told.some(([type]) => type === 'ready')");
    guest.wait_in_frame(
        VIEW,
        "document.querySelector('[role=application] svg') !== null",
    );
    guest
}

/// The column of the page is narrower than the window by its padding.
fn set_width(guest: &Guest, width_px: u32) {
    guest.set_window(width_px + 32, 800);
}

#[test]
fn the_frame_is_as_high_as_the_view_to_a_pixel() {
    let guest = open();
    for width_px in [280, 480, 768, 1200] {
        guest.evaluate(
            "window.sizes = 0; addEventListener('message', ({ data }) => { if (data?.type === 'resize') sizes += 1 })",
        );
        set_width(&guest, width_px);
        let (outside, inside) = heights(&guest, width_px);
        assert!(
            (outside - inside).abs() <= 1.0,
            "{width_px}: {outside} {inside}"
        );
        assert!(inside > 300.0, "{width_px}: {inside}");
        let sideways =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(guest.in_frame(VIEW, sideways).unwrap(), 0, "{width_px}");
        let scrolls =
            "document.documentElement.scrollHeight - document.documentElement.clientHeight";
        assert_eq!(guest.in_frame(VIEW, scrolls).unwrap(), 0, "{width_px}");
    }
}

#[test]
fn a_new_width_costs_three_messages_at_most() {
    let guest = open();
    set_width(&guest, 480);
    heights(&guest, 480);
    guest.evaluate(
        "window.sizes = []; addEventListener('message', ({ data }) => {
           if (data?.source === 'jangkau' && data.type === 'resize') sizes.push(data.data.height) })",
    );
    set_width(&guest, 700);
    let (outside, _) = heights(&guest, 700);
    let sizes = guest.evaluate("sizes");
    let sizes = sizes.as_array().unwrap();
    // The map makes room for itself once more after its own new width.
    assert!((1..=3).contains(&sizes.len()), "{sizes:?}");
    assert_eq!(sizes.last().unwrap().as_f64(), Some(outside));
}

#[test]
fn a_minute_of_resizing_lets_nothing_grow() {
    let guest = open();
    set_width(&guest, 480);
    let (before, _) = heights(&guest, 480);
    let end = Instant::now() + Duration::from_mins(1);
    let mut step = 0;
    while Instant::now() < end {
        step += 1;
        set_width(&guest, 280 + step * 137 % 920);
        sleep(Duration::from_millis(250));
    }
    set_width(&guest, 480);
    let (after, _) = heights(&guest, 480);
    assert!((before - after).abs() <= 1.0, "{before} became {after}");
    guest.expect_no_policy_complaint();
}

#[test]
fn hosts_of_other_habits_are_told_the_height_too() {
    let guest = open();
    guest.evaluate(
        // The page has more frames than this one.
        "window.amp = window.plain = 0; addEventListener('message', ({ data, source }) => {
           if (source !== document.querySelector('#element').frame.contentWindow) return;
           if (data?.sentinel === 'amp' && data.type === 'embed-size') amp = data.height;
           if (typeof data === 'string') {
             const { context, height } = JSON.parse(data);
             if (context === 'iframe.resize') plain = height;
           } })",
    );
    set_width(&guest, 400);
    let (outside, _) = heights(&guest, 400);
    guest.wait_for(&format!("amp === {outside} && plain === {outside}"));
}
