//! Readings that were worked out before.

use std::sync::{Arc, Mutex, PoisonError};

use super::Reading;
use crate::cube::CatIx;

/// One reading by the categories picked of the metric dimensions.
type Entry = (Vec<Option<CatIx>>, Arc<Reading>);

/// The readings of a cube so far. They follow from the cube: two cubes are the same whatever was
/// read of them.
#[derive(Debug, Default)]
pub(in crate::cube) struct ReadingStore(Mutex<Vec<Entry>>);

impl ReadingStore {
    pub(super) fn get(
        &self,
        measures: Vec<Option<CatIx>>,
        read: impl FnOnce(&[Option<CatIx>]) -> Reading,
    ) -> Arc<Reading> {
        let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, reading)) = entries.iter().find(|(known, _)| *known == measures) {
            return Arc::clone(reading);
        }
        let reading = Arc::new(read(&measures));
        entries.push((measures, Arc::clone(&reading)));
        reading
    }
}

impl Clone for ReadingStore {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for ReadingStore {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
