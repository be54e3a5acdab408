//! The names at the ends of the lines of a trend.

use super::trend_layout::TrendFrame;

/// How far a name stands from the end of its line, in the size of its letters.
const APART: f64 = 1.5;
/// How far one name stands below another, at least.
const LEAD: f64 = 1.2;
/// How far below its middle the foot of a text is.
const TO_FOOT: f64 = 0.35;

/// The name of a line, beside its end.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendEnd {
    /// As much of the name as has room.
    pub text: String,
    /// The left end of its foot.
    pub label_px: (f64, f64),
    /// A line from the end of the line to the name, where that made room for others.
    pub leader_px: Option<[(f64, f64); 2]>,
}

/// The names of lines by how far down these end, in that order from the top: cut where the picture ends,
/// and never over another.
pub(super) fn ends(frame: &TrendFrame, mut lines: Vec<(f64, &str)>) -> Vec<TrendEnd> {
    lines.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (head, foot) = frame.down_px;
    let gaps = u32::try_from(lines.len().saturating_sub(1)).unwrap_or(u32::MAX);
    let lead_px = (LEAD * frame.font_px).min((foot - head) / f64::from(gaps.max(1)));
    let mut middles: Vec<f64> = lines.iter().map(|(y_px, _)| *y_px).collect();
    let mut least = head;
    for middle in &mut middles {
        *middle = middle.max(least);
        least = *middle + lead_px;
    }
    // Those at the foot make room upwards.
    let mut most = foot;
    for middle in middles.iter_mut().rev() {
        *middle = middle.min(most);
        most = *middle - lead_px;
    }
    let end_px = frame.across_px.1;
    let left = end_px + APART * frame.font_px;
    let end = |((y_px, name), middle): ((f64, &str), f64)| TrendEnd {
        text: cut(name, frame.edges_px.1 - left, frame.width_px),
        label_px: (left, middle + TO_FOOT * frame.font_px),
        leader_px: ((middle - y_px).abs() > TO_FOOT * frame.font_px).then(|| {
            let gap = frame.font_px / 3.0;
            [(end_px + gap, y_px), (left - gap / 2.0, middle)]
        }),
    };
    lines.into_iter().zip(middles).map(end).collect()
}

/// As much of a text as has room.
fn cut(text: &str, room_px: f64, width_px: fn(&str) -> f64) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    while width_px(&letters.iter().collect::<String>()) > room_px && letters.len() > 1 {
        letters.pop();
        if let Some(last) = letters.last_mut() {
            *last = '…';
        }
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    const FRAME: TrendFrame = TrendFrame {
        across_px: (40.0, 200.0),
        down_px: (8.0, 158.0),
        edges_px: (0.0, 280.0),
        font_px: 12.0,
        width_px: |text| text.chars().map(|_| 7.0).sum(),
    };

    #[test]
    fn where_lines_meet_the_names_stand_apart_each_led_to_its_end() {
        let lines = vec![
            (100.0, "Alder"),
            (100.0, "Birch"),
            (20.0, "A long, long name"),
        ];
        let ends = ends(&FRAME, lines);
        let found: Vec<_> = ends
            .iter()
            .map(|end| (&*end.text, end.label_px.1.round(), end.leader_px))
            .collect();
        assert_eq!(
            found,
            [
                ("A long,…", 24.0, None),
                ("Alder", 104.0, None),
                ("Birch", 119.0, Some([(204.0, 100.0), (216.0, 114.4)])),
            ]
        );
    }

    proptest! {
        #[test]
        fn no_name_lies_over_another_or_leaves_the_picture(
            ends_px in proptest::collection::vec(8.0_f64..=158.0, 1..10),
            letters in 1_usize..40,
        ) {
            let name = "n".repeat(letters);
            let lines: Vec<(f64, &str)> = ends_px.iter().map(|y_px| (*y_px, &*name)).collect();
            let ends = ends(&FRAME, lines);
            prop_assert_eq!(ends.len(), ends_px.len());
            for end in &ends {
                let (left, foot) = end.label_px;
                prop_assert!(left + (FRAME.width_px)(&end.text) <= FRAME.edges_px.1);
                let middle = foot - TO_FOOT * FRAME.font_px;
                prop_assert!((8.0 - 1e-9..=158.0 + 1e-9).contains(&middle), "{}", middle);
            }
            for pair in ends.windows(2) {
                let apart = pair[1].label_px.1 - pair[0].label_px.1;
                prop_assert!(apart >= LEAD * FRAME.font_px - 1e-9, "{}", apart);
            }
        }
    }
}
