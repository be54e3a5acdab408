//! Exchanging tiles until little is wrong.

use super::board::{Board, as_float};

/// Exchanges tried for each point.
const TRIES_EACH: usize = 1_200;
/// How much worse an exchange may make the board, at first and in the end.
const HOT: f64 = 6.0;
const COLD: f64 = 0.04;
/// How far a tile moves at once, in cells.
const REACH: usize = 3;

/// Simulated annealing by falling thresholds (Dueck and Scheuer 1990), which needs no function
/// that differs between machines, with numbers of its own making: the same board always ends the
/// same.
pub(super) fn anneal(board: &mut Board<'_>) {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let points = board.cell_of.len();
    let rows = board.on.len() / board.columns;
    let tries = points * TRIES_EACH;
    for tried in 0..tries {
        let left = 1.0 - as_float(tried) / as_float(tries);
        let heat = COLD + (HOT - COLD) * left * left * left;
        let from = board.cell_of[chance.below(points)];
        let column = (from % board.columns + chance.below(2 * REACH + 1)).checked_sub(REACH);
        let row = (from / board.columns + chance.below(2 * REACH + 1)).checked_sub(REACH);
        let (Some(column), Some(row)) = (column, row) else {
            continue;
        };
        let to = row * board.columns + column;
        if column >= board.columns || row >= rows || to == from {
            continue;
        }
        let before = board.faults(from, to);
        board.swap(from, to);
        let more = board.faults(from, to) - before;
        if more > heat * chance.share() {
            board.swap(from, to);
        }
    }
}

/// xorshift64* (Vigna 2016).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let mixed = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 32;
        u32::try_from(mixed).unwrap_or(u32::MAX)
    }

    fn below(&mut self, count: usize) -> usize {
        self.next() as usize % count
    }

    /// From 0 to below 1.
    fn share(&mut self) -> f64 {
        f64::from(self.next()) / 4_294_967_296.0
    }
}
