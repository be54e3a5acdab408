//! What the first visit of each dataset fetches.

use std::collections::BTreeMap;

/// The heaviest of some files, by what they are of.
type Heaviest<Key> = BTreeMap<Key, u64>;

/// The files of the datasets of a site, in bytes as they are sent.
#[derive(Debug, Default)]
pub(super) struct Visits {
    /// Documents, by the id of the dataset and the language.
    documents: Heaviest<(String, String)>,
    /// Words, by language.
    words: Heaviest<String>,
    /// Figures, readings and boundaries, by the folder of the dataset and how the names of such files end.
    data: Heaviest<(String, &'static str)>,
}

/// Counts a file, where it is the heaviest of its kind.
fn count<Key: Ord>(all: &mut Heaviest<Key>, key: Key, bytes: u64) {
    let known = all.entry(key).or_default();
    *known = bytes.max(*known);
}

impl Visits {
    /// Counts a document at `LANG/ID/…`.
    pub(super) fn document(&mut self, path: &str, bytes: u64) {
        let mut parts = path.split('/');
        if let (Some(lang), Some(id), Some(_)) = (parts.next(), parts.next(), parts.next()) {
            count(&mut self.documents, (id.to_owned(), lang.to_owned()), bytes);
        }
    }

    /// Counts the words of a language, `…/words.LANG.txt`.
    pub(super) fn words(&mut self, path: &str, bytes: u64) {
        let lang = path.rsplit('.').nth(1).unwrap_or_default();
        count(&mut self.words, lang.to_owned(), bytes);
    }

    /// Counts a file of data at `data/ID/…`, of those whose names end so.
    pub(super) fn data(&mut self, path: &str, ending: &'static str, bytes: u64) {
        if let Some(id) = path.split('/').nth(1) {
            count(&mut self.data, (id.to_owned(), ending), bytes);
        }
    }

    /// The heaviest visit without the program; `None` where no dataset has documents and data.
    pub(super) fn heaviest(&self) -> Option<u64> {
        let visit = |((id, lang), document): (&(String, String), &u64)| {
            let own = self.data.iter().filter(|((of, _), _)| of == id);
            let own: Vec<u64> = own.map(|(_, bytes)| *bytes).collect();
            let words = self.words.get(lang).copied().unwrap_or_default();
            let is_there = !own.is_empty();
            is_there.then(|| document + words + own.iter().sum::<u64>())
        };
        self.documents.iter().filter_map(visit).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visit_is_of_one_dataset_in_one_language() {
        let mut visits = Visits::default();
        assert_eq!(visits.heaviest(), None);
        visits.words("assets/1/words.en.txt", 4);
        visits.words("assets/1/words.fr.txt", 50);
        visits.document("en/water/index.html", 10);
        visits.document("en/water/n1/index.html", 12);
        visits.document("fr/schools/index.html", 11);
        visits.document("en/index.html", 900);
        visits.data("data/water/water-1.json", ".json", 100);
        visits.data("data/water/water-2.json", ".json", 101);
        visits.data("data/water/regions.topo.json", ".topo.json", 30);
        visits.data("data/schools/schools-1.json", ".json", 20);
        assert_eq!(visits.heaviest(), Some(12 + 4 + 101 + 30));
    }
}
