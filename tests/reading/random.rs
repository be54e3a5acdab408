//! Cubes of random numbers without a total: no sum is ever proven.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};

use jangkau::cube::DimIx;

use super::cube;
use jangkau::cube::Selection;

/// A cube of profiles that persist: each row is a profile times a size, with some noise, as real
/// figures are.
fn any_file() -> impl Strategy<Value = Value> {
    let sizes = (3..14_usize, 1..40_usize, 1..4_usize);
    (sizes, 1..6_u32, 0..4_u32, any::<u64>()).prop_map(|((k, rows, years), digits, noise, seed)| {
        let mut state = seed | 1;
        let mut random = move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state >> 11
        };
        let top = 10_u64.pow(digits);
        let profile: Vec<u64> = (0..k).map(|_| random() % top).collect();
        let sizes: Vec<u64> = (0..rows).map(|_| random() % 20 + 1).collect();
        let mut values = Vec::new();
        for own in &profile {
            for size in &sizes {
                for year in 0..years as u64 {
                    let noise = if noise == 0 { 0 } else { random() % (own * u64::from(noise) / 20 + 1) };
                    values.push(own * size * (20 + year) / 20 + noise);
                }
            }
        }
        let codes = |letter: &str, count: usize| -> Vec<String> {
            (0..count).map(|at| format!("{letter}{at}x")).collect()
        };
        json!({
            "version": "2.0", "class": "dataset", "id": ["k", "row", "when"], "size": [k, rows, years],
            "dimension": {
                "k": {"category": {"index": codes("k", k)}},
                "row": {"category": {"index": codes("r", rows)}},
                "when": {"category": {"index": codes("w", years)}},
            },
            "value": values,
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1500,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(7),
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sum_is_proven_where_there_is_none(file in any_file()) {
        let cube = cube(&file);
        let reading = cube.reading(&Selection::all());
        for at in 0..3 {
            let sums = reading.of(DimIx(at)).sums();
            prop_assert!(sums.is_empty(), "{}: {:?}", cube.dimension(DimIx(at)).id(), sums);
        }
    }
}
