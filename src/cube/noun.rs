//! What is counted, in words.

use super::Label;

/// The words for what is counted, in one language: a form for every number, and others for the numbers
/// that the language speaks of otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NounForms {
    other: Box<str>,
    /// Of the other categories, in the order of [`NounForms::CATEGORIES`].
    special: [Option<Box<str>>; 5],
}

impl NounForms {
    /// The plural categories of Unicode CLDR (UTS #35, part 3, "Language Plural Rules"), in its order.
    pub const CATEGORIES: [&'static str; 6] = ["zero", "one", "two", "few", "many", "other"];

    /// One form, for every number.
    #[must_use]
    pub fn new(other: &str) -> Self {
        Self {
            other: other.into(),
            special: Default::default(),
        }
    }

    /// Adds the form of a category; the last one that is given for a category stands. What is no category, or
    /// "other", changes nothing.
    #[must_use]
    pub fn with(mut self, category: &str, form: &str) -> Self {
        if let Some(nth) = place(category) {
            self.special[nth] = Some(form.into());
        }
        self
    }

    /// The form for numbers of a category.
    #[must_use]
    pub fn form(&self, category: &str) -> &str {
        let own = place(category).and_then(|nth| self.special[nth].as_deref());
        own.unwrap_or(&self.other)
    }

    /// The form of several that stands without a number, as in a title: that of a few, since what stands
    /// beside large numbers is no plural in some languages (Arabic, Polish).
    #[must_use]
    pub fn several(&self) -> &str {
        self.form("few")
    }

    /// Each category that has a form, with it; that of every other number last.
    pub fn forms(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let special = Self::CATEGORIES.into_iter().zip(&self.special);
        let special = special.filter_map(|(category, form)| Some((category, form.as_deref()?)));
        special.chain([("other", &*self.other)])
    }
}

/// Where a category stands among those besides "other".
fn place(category: &str) -> Option<usize> {
    let mut special = NounForms::CATEGORIES[..5].iter();
    special.position(|name| *name == category)
}

/// What is counted, in words: in the file's own language, and in others where the publisher gave them.
///
/// ```
/// use jangkau::cube::{Noun, NounForms};
/// let noun = Noun::new(NounForms::new("wells").with("one", "well"))
///     .with("ar", NounForms::new("بئر").with("two", "بئران").with("few", "آبار"));
/// assert_eq!(noun.in_lang("en").form("one"), "well");
/// assert_eq!(noun.in_lang("ar").form("two"), "بئران");
/// assert_eq!(noun.in_lang("ar").form("one"), "بئر");
/// assert_eq!(noun.in_lang("ar").several(), "آبار");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noun {
    own: NounForms,
    others: Vec<(Box<str>, NounForms)>,
}

impl Noun {
    /// The noun in the file's own language.
    #[must_use]
    pub fn new(own: NounForms) -> Self {
        Self {
            own,
            others: Vec::new(),
        }
    }

    /// Adds that of another language; the last one that is given for a language stands.
    #[must_use]
    pub fn with(mut self, lang: &str, forms: NounForms) -> Self {
        match self
            .others
            .binary_search_by(|(known, _)| (**known).cmp(lang))
        {
            Ok(at) => self.others[at].1 = forms,
            Err(at) => self.others.insert(at, (lang.into(), forms)),
        }
        self
    }

    /// The noun for a reader of `lang`; the file's own where there is none for that language.
    #[must_use]
    pub fn in_lang(&self, lang: &str) -> &NounForms {
        let found = self.others.iter().find(|(known, _)| &**known == lang);
        found.map_or(&self.own, |(_, forms)| forms)
    }

    /// The noun in the file's own language.
    #[must_use]
    pub fn own(&self) -> &NounForms {
        &self.own
    }

    /// The other languages and their forms, by the name of the language.
    pub fn others(&self) -> impl Iterator<Item = (&str, &NounForms)> {
        self.others.iter().map(|(lang, forms)| (&**lang, forms))
    }

    /// Each form of the file's own language with the same of the others.
    pub fn labels(&self) -> impl Iterator<Item = Label> {
        self.own.forms().map(|(category, form)| {
            let others = self.others();
            others.fold(Label::new(form), |label, (lang, forms)| {
                label.with(lang, forms.form(category))
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_category_without_a_form_of_its_own_takes_that_of_every_other_number() {
        let forms = NounForms::new("people").with("one", "person");
        let found = NounForms::CATEGORIES.map(|category| forms.form(category));
        assert_eq!(
            found,
            ["people", "person", "people", "people", "people", "people"]
        );
        assert_eq!(forms.several(), "people");
    }

    #[test]
    fn the_order_in_which_forms_are_given_does_not_matter() {
        let one = NounForms::new("o").with("many", "m").with("zero", "z");
        let other = NounForms::new("o")
            .with("zero", "z")
            .with("lots", "l")
            .with("many", "n")
            .with("many", "m");
        assert_eq!(one, other);
        assert!(
            one.forms()
                .eq([("zero", "z"), ("many", "m"), ("other", "o")])
        );
    }

    #[test]
    fn a_language_without_the_noun_gets_the_file_s_own() {
        let noun = Noun::new(NounForms::new("wells")).with("fr", NounForms::new("puits"));
        assert_eq!(noun.in_lang("fr").several(), "puits");
        assert_eq!(noun.in_lang("km").several(), "wells");
        let labels: Vec<Label> = noun.labels().collect();
        assert_eq!(labels, [Label::new("wells").with("fr", "puits")]);
    }
}
