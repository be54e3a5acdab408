//! Text in the languages of a dataset.

/// A text in the file's own language, and in others where the publisher gave them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Label {
    own: Box<str>,
    others: Vec<(Box<str>, Box<str>)>,
}

impl Label {
    /// The text in the file's own language.
    #[must_use]
    pub fn new(own: &str) -> Self {
        Self {
            own: own.into(),
            others: Vec::new(),
        }
    }

    /// Adds the text of another language; the last one given for a language stands.
    #[must_use]
    pub fn with(mut self, lang: &str, text: &str) -> Self {
        let text = Box::from(text);
        match self
            .others
            .binary_search_by(|(known, _)| (**known).cmp(lang))
        {
            Ok(at) => self.others[at].1 = text,
            Err(at) => self.others.insert(at, (lang.into(), text)),
        }
        self
    }

    /// The text for a reader of `lang`; the file's own where there is none for that language.
    ///
    /// ```
    /// use jangkau::cube::Label;
    /// let year = Label::new("Tahun").with("en", "Year");
    /// assert_eq!(year.in_lang("en"), "Year");
    /// assert_eq!(year.in_lang("km"), "Tahun");
    /// ```
    #[must_use]
    pub fn in_lang(&self, lang: &str) -> &str {
        self.others
            .iter()
            .find(|(known, _)| &**known == lang)
            .map_or(&self.own, |(_, text)| text)
    }

    /// Whether there is a text for readers of `lang` beside the file's own.
    #[must_use]
    pub fn has_lang(&self, lang: &str) -> bool {
        self.others.iter().any(|(known, _)| &**known == lang)
    }

    /// The text in the file's own language.
    #[must_use]
    pub fn own(&self) -> &str {
        &self.own
    }

    /// The other languages and their texts, by the name of the language.
    pub fn others(&self) -> impl Iterator<Item = (&str, &str)> {
        self.others.iter().map(|(lang, text)| (&**lang, &**text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_in_which_languages_are_given_does_not_matter() {
        let one = Label::new("x").with("km", "b").with("en", "a");
        let other = Label::new("x")
            .with("en", "z")
            .with("km", "b")
            .with("en", "a");
        assert_eq!(one, other);
        assert!(one.others().eq([("en", "a"), ("km", "b")]));
    }
}
