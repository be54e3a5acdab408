//! How many generated cases a law is held against, and which.

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;

/// The same cases on every machine, `times` as many as usual; `PROPTEST_RNG_SEED` and
/// `PROPTEST_CASES` ask for others.
pub(crate) fn cases(times: u32) -> ProptestConfig {
    let default = ProptestConfig::default();
    ProptestConfig {
        failure_persistence: None,
        cases: default.cases * times,
        rng_seed: match default.rng_seed {
            RngSeed::Random => RngSeed::Fixed(17_500_000),
            fixed @ RngSeed::Fixed(_) => fixed,
        },
        ..default
    }
}
