//! The fragment of a link: which parts are shown, in what colours, what may not be changed.

/// A part of the page that an embed may leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The sentence over everything.
    Title,
    /// What the reader can choose.
    Filters,
    /// The legend of the map.
    Legend,
    /// The ways to take figures away.
    Download,
    /// Who stands behind the figures.
    Source,
}

impl Part {
    /// All, in the order they are written.
    pub const ALL: [Self; 5] = [
        Self::Title,
        Self::Filters,
        Self::Legend,
        Self::Download,
        Self::Source,
    ];

    /// As written in a link.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Filters => "filters",
            Self::Legend => "legend",
            Self::Download => "download",
            Self::Source => "source",
        }
    }
}

/// A set of parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Parts(u8);

impl Parts {
    /// The set with one part more.
    #[must_use]
    pub fn with(self, part: Part) -> Self {
        Self(self.0 | 1 << part as u8)
    }
    /// Whether a part is in the set.
    #[must_use]
    pub fn has(self, part: Part) -> bool {
        self.0 & 1 << part as u8 != 0
    }
}

impl FromIterator<Part> for Parts {
    fn from_iter<T: IntoIterator<Item = Part>>(parts: T) -> Self {
        parts.into_iter().fold(Self::default(), Self::with)
    }
}

/// Which parts are shown (`ui`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ui {
    /// The whole page.
    #[default]
    Full,
    /// The picture with its title, legend and source.
    Min,
    /// The picture alone.
    None,
    /// The picture with these parts.
    List(Parts),
}

impl Ui {
    /// Whether a part is shown. In a frame of another page title and source always are: a figure
    /// never stands without saying what it is and whose.
    #[must_use]
    pub fn shows(self, part: Part, framed: bool) -> bool {
        let always = framed && matches!(part, Part::Title | Part::Source);
        always
            || match self {
                Self::Full => true,
                Self::Min => matches!(part, Part::Title | Part::Legend | Part::Source),
                Self::None => false,
                Self::List(parts) => parts.has(part),
            }
    }
}

/// The colours of the page (`theme`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeChoice {
    /// As the reader's system has it.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Black on white, with more contrast.
    Contrast,
}

impl ThemeChoice {
    /// All, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Light, Self::Dark, Self::Contrast];

    /// As written in a link.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }
}

/// A value that a key of the fragment cannot have. Unknown keys are nothing odd: others put
/// their own marks there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Odd {
    /// The key.
    pub key: String,
    /// The value.
    pub value: String,
}

/// How a view looks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// Which parts are shown.
    pub ui: Ui,
    /// The colours.
    pub theme: ThemeChoice,
    /// Ids of the dimensions and groupings that the reader may not change.
    pub lock: Vec<String>,
}

impl Options {
    /// Reads a fragment without its `#`. A piece without `=` names a part of the page and is passed
    /// over. `decoded`: how a value is percent-decoded.
    ///
    /// ```
    /// use jangkau::embed::{Options, Part, ThemeChoice, Ui};
    /// let (options, odd) = Options::from_fragment("ui=title~legend&theme=dark&lock=source", str::to_owned);
    /// assert!(options.ui.shows(Part::Legend, false) && !options.ui.shows(Part::Source, false));
    /// assert_eq!((options.theme, &*options.lock), (ThemeChoice::Dark, &["source".to_owned()][..]));
    /// assert!(odd.is_empty());
    /// ```
    #[must_use]
    pub fn from_fragment(fragment: &str, decoded: fn(&str) -> String) -> (Self, Vec<Odd>) {
        let (mut options, mut odd) = (Self::default(), Vec::new());
        for (key, value) in fragment.split('&').filter_map(|part| part.split_once('=')) {
            let key = decoded(key);
            let values: Vec<String> = (value.split('~').flat_map(|value| value.split("%7E")))
                .filter(|value| !value.is_empty())
                .map(decoded)
                .collect();
            let mut refuse = |value: &str| {
                odd.push(Odd {
                    key: key.clone(),
                    value: value.to_owned(),
                });
            };
            match &*key {
                "ui" => match ui(&values) {
                    Ok(ui) => options.ui = ui,
                    Err(value) => refuse(value),
                },
                "theme" => match theme(&values) {
                    Some(theme) => options.theme = theme,
                    None => refuse(&values[0]),
                },
                "lock" => options.lock = values,
                _ => {}
            }
        }
        (options, odd)
    }
}

/// One of the sets with a name, or a list of parts; the first value that is neither.
fn ui(values: &[String]) -> Result<Ui, &String> {
    match values.first().map(|value| &**value) {
        None | Some("full") => return Ok(Ui::Full),
        Some("min") => return Ok(Ui::Min),
        Some("none") => return Ok(Ui::None),
        Some(_) => {}
    }
    let mut parts = Parts::default();
    for value in values {
        let part = Part::ALL.into_iter().find(|part| part.key() == value);
        parts = parts.with(part.ok_or(value)?);
    }
    Ok(Ui::List(parts))
}

fn theme(values: &[String]) -> Option<ThemeChoice> {
    let Some(value) = values.first() else {
        return Some(ThemeChoice::Auto);
    };
    (ThemeChoice::ALL.into_iter()).find(|theme| theme.key() == value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(fragment: &str, shown: &str) {
        let (options, odd) = Options::from_fragment(fragment, str::to_owned);
        assert!(odd.is_empty(), "{fragment}: {odd:?}");
        let parts = Part::ALL.into_iter();
        let parts = parts.filter(|part| options.ui.shows(*part, false));
        let parts: Vec<&str> = parts.map(Part::key).collect();
        assert_eq!(parts.join("~"), shown, "{fragment}");
    }

    #[test]
    fn the_parts_shown_are_those_of_the_fragment() {
        check("", "title~filters~legend~download~source");
        check("ui=full", "title~filters~legend~download~source");
        check("ui=min", "title~legend~source");
        check("ui=none", "");
        check("ui=source~title", "title~source");
        check("ui=source%7Etitle", "title~source");
        check("figures", "title~filters~legend~download~source");
    }

    #[test]
    fn a_frame_always_says_what_is_shown_and_whose_it_is() {
        for ui in [Ui::None, Ui::List(Parts::default())] {
            let shown = Part::ALL.map(|part| ui.shows(part, true));
            assert_eq!(shown, [true, false, false, false, true]);
        }
    }

    #[test]
    fn what_is_odd_is_named_and_the_rest_applies() {
        let (options, odd) = Options::from_fragment(
            "ui=min~x&theme=pink&zoom=2&lock=source~tenure",
            str::to_owned,
        );
        assert_eq!(options.ui, Ui::Min);
        assert_eq!(options.lock, ["source", "tenure"]);
        let odd: Vec<_> = odd.iter().map(|it| (&*it.key, &*it.value)).collect();
        assert_eq!(odd, [("theme", "pink")]);
    }
}
