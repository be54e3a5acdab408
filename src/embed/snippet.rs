//! What a web editor pastes into a page.

use super::{Options, Part, Parts, ThemeChoice, Ui};

/// The forms of an embed, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// A custom element, as high as its view.
    #[default]
    Element,
    /// A frame, for pages that allow no script.
    Frame,
    /// A picture and a link, for pages that allow neither.
    Picture,
}

impl Form {
    /// All, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Element, Self::Frame, Self::Picture];
}

/// What stands in a partner's page.
#[derive(Debug, Clone, Copy)]
pub struct Snippet<'a> {
    /// In which form.
    pub form: Form,
    /// The address of the site, with a slash at its end.
    pub site: &'a str,
    /// The link of the view below it, without a fragment.
    pub link: &'a str,
    /// How it looks, as a fragment without its `#`.
    pub fragment: &'a str,
    /// The view in words.
    pub title: &'a str,
    /// Width in CSS pixels; 0: as wide as its place.
    pub width_px: u32,
    /// Height of a frame in CSS pixels.
    pub height_px: u32,
}

impl Snippet<'_> {
    /// The width in CSS pixels that a frame states which is as wide as its place: about that of a column of
    /// text, for pages that allow no style.
    pub const COLUMN_PX: u32 = 640;

    /// The address of the view with its looks.
    #[must_use]
    pub fn address(&self) -> String {
        let mark = if self.fragment.is_empty() { "" } else { "#" };
        [self.site, self.link, mark, self.fragment].concat()
    }

    /// The markup: valid HTML, which needs no style sheet of ours.
    #[must_use]
    pub fn html(&self) -> String {
        let [address, title] = [&*self.address(), self.title].map(escaped);
        let link = escaped(&[self.site, self.link].concat());
        match self.form {
            Form::Element => [
                "<script type=\"module\" src=\"",
                &escaped(self.site),
                "embed/v1.js\"></script>\n<jangkau-view src=\"",
                &address,
                "\">\n  <a href=\"",
                &link,
                "\">",
                &title,
                "</a>\n</jangkau-view>",
            ]
            .concat(),
            Form::Frame => [
                "<iframe title=\"",
                &title,
                "\" src=\"",
                &address,
                "\"",
                &self.size(true),
                " loading=\"lazy\" allow=\"clipboard-write; web-share\" sandbox=\"allow-scripts allow-same-origin \
                 allow-popups allow-popups-to-escape-sandbox allow-downloads\"></iframe>",
            ]
            .concat(),
            Form::Picture => [
                "<a href=\"",
                &link,
                "\"><img src=\"",
                &escaped(&self.file()),
                "\"",
                &self.size(false),
                " alt=\"",
                &title,
                "\"></a>",
            ]
            .concat(),
        }
    }

    /// Width and height as attributes. One that fits its place has the width of a style; the
    /// attribute is for pages that allow none, and must be a number.
    fn size(&self, is_frame: bool) -> String {
        let fits = self.width_px == 0;
        let width = if fits { Self::COLUMN_PX } else { self.width_px };
        let mut size = [" width=\"", &width.to_string(), "\""].concat();
        if is_frame {
            size = [&*size, " height=\"", &self.height_px.to_string(), "\""].concat();
        }
        let style = if is_frame {
            " style=\"width: 100%; border: 0\""
        } else {
            " style=\"width: 100%; height: auto\""
        };
        size + if fits { style } else { "" }
    }

    /// The name of the file of a picture.
    #[must_use]
    pub fn file(&self) -> String {
        file_name(self.link, "svg")
    }
}

/// The name of a file with something of a view: its link, in letters that every system takes.
///
/// ```
/// let name = jangkau::embed::file_name("en/water/n1/?source=piped&period=2021..2023", "csv");
/// assert_eq!(name, "en-water-n1-source-piped-period-2021-2023.csv");
/// ```
#[must_use]
pub fn file_name(link: &str, ending: &str) -> String {
    let plain = |letter: char| {
        if letter.is_ascii_alphanumeric() {
            letter
        } else {
            '-'
        }
    };
    let name: String = link.chars().map(plain).collect();
    let parts: Vec<&str> = name.split('-').filter(|part| !part.is_empty()).collect();
    let mut name = parts.join("-");
    name.truncate(100);
    [&*name, ".", ending].concat()
}

impl Options {
    /// Writes a fragment without its `#`; what is by default is left out. `encoded`: how an id is
    /// percent-encoded.
    ///
    /// ```
    /// use jangkau::embed::{Options, ThemeChoice, Ui};
    /// let options = Options { ui: Ui::Min, theme: ThemeChoice::Dark, lock: vec!["source".into()] };
    /// assert_eq!(options.to_fragment(str::to_owned), "ui=min&theme=dark&lock=source");
    /// ```
    #[must_use]
    pub fn to_fragment(&self, encoded: fn(&str) -> String) -> String {
        let mut parts = Vec::new();
        let list = |parts: &Parts| {
            let shown = Part::ALL.into_iter().filter(|part| parts.has(*part));
            shown.map(Part::key).collect::<Vec<_>>().join("~")
        };
        match &self.ui {
            Ui::Full => {}
            Ui::Min => parts.push("ui=min".to_owned()),
            Ui::None => parts.push("ui=none".to_owned()),
            Ui::List(shown) => parts.push(["ui=", &list(shown)].concat()),
        }
        if self.theme != ThemeChoice::Auto {
            parts.push(["theme=", self.theme.key()].concat());
        }
        if !self.lock.is_empty() {
            let ids: Vec<String> = self.lock.iter().map(|id| encoded(id)).collect();
            parts.push(["lock=", &ids.join("~")].concat());
        }
        parts.join("&")
    }
}

/// Text as the content of an element or of an attribute in double quotes.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            // Not allowed in HTML.
            '\0' => escaped.push(char::REPLACEMENT_CHARACTER),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEW: Snippet<'static> = Snippet {
        form: Form::Element,
        site: "https://a.id/x/",
        link: "id/water/n1/?source=piped&period=2021..2023",
        fragment: "ui=min&theme=dark",
        title: "Rumah \"berpipa\" <Selby>",
        width_px: 0,
        height_px: 700,
    };

    #[test]
    fn the_element_brings_its_script_and_a_link() {
        assert_eq!(
            VIEW.html(),
            "<script type=\"module\" src=\"https://a.id/x/embed/v1.js\"></script>\n\
             <jangkau-view src=\"https://a.id/x/id/water/n1/?source=piped&amp;period=2021..2023#ui=min&amp;theme=dark\">\n  \
             <a href=\"https://a.id/x/id/water/n1/?source=piped&amp;period=2021..2023\">Rumah &quot;berpipa&quot; &lt;Selby&gt;</a>\n\
             </jangkau-view>"
        );
    }

    #[test]
    fn a_frame_is_as_wide_as_its_place_or_as_it_is_told() {
        let form = Form::Frame;
        let wide = Snippet { form, ..VIEW }.html();
        assert!(
            wide.contains(" width=\"640\" height=\"700\" style=\"width: 100%; border: 0\" "),
            "{wide}"
        );
        let width_px = 480;
        let narrow = Snippet {
            form,
            width_px,
            ..VIEW
        }
        .html();
        assert!(
            narrow.contains(" width=\"480\" height=\"700\" loading"),
            "{narrow}"
        );
    }

    #[test]
    fn a_picture_is_named_after_what_is_in_it() {
        let form = Form::Picture;
        let picture = Snippet { form, ..VIEW };
        let file = "id-water-n1-source-piped-period-2021-2023.svg";
        assert_eq!(picture.file(), file);
        assert!(picture.html().contains(&format!("<img src=\"{file}\" ")));
    }

    #[test]
    fn what_is_written_is_read_again() {
        let of = |parts: &[Part]| {
            parts
                .iter()
                .fold(Parts::default(), |list, part| list.with(*part))
        };
        for ui in [
            Ui::Full,
            Ui::Min,
            Ui::None,
            Ui::List(of(&[Part::Title, Part::Filters])),
        ] {
            for theme in ThemeChoice::ALL {
                for lock in [vec![], vec!["period".to_owned(), "source".to_owned()]] {
                    let options = Options { ui, theme, lock };
                    let fragment = options.to_fragment(str::to_owned);
                    let (read, odd) = Options::from_fragment(&fragment, str::to_owned);
                    assert_eq!((read, odd), (options, vec![]), "{fragment}");
                }
            }
        }
    }
}
