//! Links of forms that are issued no more, brought to the form that is.

/// A link as it was written, before anything is known of the dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    /// The parts of the path, none empty, still percent-encoded.
    pub path: Vec<String>,
    /// The query without its `?`.
    pub query: String,
}

/// One form brought to the next. Pure, and nothing to a link of a later form.
type Step = fn(Written) -> Written;

/// In the order in which the forms were given up. Steps are only added: a link is a promise.
const STEPS: [Step; 1] = [without_file_name];

/// The link in the form of today.
pub(super) fn migrated(written: Written) -> Written {
    STEPS.iter().fold(written, |written, step| step(written))
}

/// Hosts that serve files alone name the document: `id/water/index.html?source=piped`.
fn without_file_name(mut written: Written) -> Written {
    written.path.retain(|part| part != "index.html");
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &[&str], expected: &[&str]) {
        let written = |path: &[&str]| Written {
            path: path.iter().map(|&part| part.to_owned()).collect(),
            query: "source=piped&x=index.html".to_owned(),
        };
        let once = migrated(written(path));
        assert_eq!(once, written(expected));
        assert_eq!(
            migrated(once.clone()),
            once,
            "a second time changes nothing"
        );
    }

    #[test]
    fn a_link_to_a_file_is_one_to_its_folder() {
        check(&["id", "water", "n1", "index.html"], &["id", "water", "n1"]);
        check(&["index.html"], &[]);
        check(&["id", "water"], &["id", "water"]);
    }
}
