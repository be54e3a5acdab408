//! Text without case, diacritics and punctuation.

/// A word of folded text.
pub(super) type Word = Box<[char]>;

/// The words of a text, folded, in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let folded = fold(text);
    folded
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().collect())
        .collect()
}

/// A text without case, diacritics and punctuation, a space between its words: two names that differ in
/// nothing else are the same.
///
/// ```
/// use jangkau::search::folded;
/// assert_eq!(folded(" Saint-Égrève "), folded("SAINT EGREVE"));
/// ```
#[must_use]
pub fn folded(text: &str) -> String {
    self::text(&words(text))
}

/// Words as one text, a space between.
pub(super) fn text(words: &[Word]) -> String {
    let words: Vec<String> = words.iter().map(|word| word.iter().collect()).collect();
    words.join(" ")
}

/// Latin letters lose case and diacritics, Greek and Cyrillic ones their case, Arabic ones their marks;
/// punctuation becomes a space, and what has no width goes. Other letters stay as they are. (Its own small
/// tables of the letters that names are written with: that of the standard library for case weighs more in
/// wasm than this whole folder, and those of all of Unicode's compatible letters, NFKC, more than the list of
/// places that is searched.)
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().map(of_usual_width) {
        match letter {
            'A'..='Z' => folded.push(letter.to_ascii_lowercase()),
            '\u{300}'..='\u{36f}' => {}
            'Α'..='Ω' | 'А'..='Я' => folded.extend(char::from_u32(u32::from(letter) + 32)),
            'ำ' => folded.push_str("\u{e4d}\u{e32}"),
            _ if has_no_width(letter) || is_arabic_mark(letter) => {}
            _ if is_space(letter) => folded.push(' '),
            _ => match arabic(letter).or(latin(letter)) {
                Some(base) => folded.push_str(base),
                None => folded.push(letter),
            },
        }
    }
    folded
}

fn is_space(letter: char) -> bool {
    let symbol = matches!(letter, '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}' | '،' | '؛' | '؟');
    letter.is_ascii_punctuation() || letter <= ' ' || symbol
}

/// A letter of ASCII of which this is the wide form of East Asian text: "Ａ".
fn of_usual_width(letter: char) -> char {
    match letter {
        '！'..='～' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ => letter,
    }
}

/// Where a line may end within Thai or Khmer, which way a text runs, a hyphen that is not shown.
fn has_no_width(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    )
}

/// A vowel or another mark above or below an Arabic letter, by itself or as a form, or the stroke that
/// stretches a word.
fn is_arabic_mark(letter: char) -> bool {
    matches!(
        letter,
        '\u{610}'..='\u{61a}' | 'ـ' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}'
            | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{fe70}'..='\u{fe7f}'
    )
}

/// What an Arabic letter is without its hamza, and of those that are written one for another the one; or the
/// letter of which this is the form at a place of the word, which files that were made for print have.
fn arabic(letter: char) -> Option<&'static str> {
    const FORMS: &[(char, &str)] = &[
        ('\u{fe80}', "ء"),
        ('\u{fe84}', "ا"),
        ('\u{fe86}', "و"),
        ('\u{fe88}', "ا"),
        ('\u{fe8c}', "ي"),
        ('\u{fe8e}', "ا"),
        ('\u{fe92}', "ب"),
        ('\u{fe94}', "ه"),
        ('\u{fe98}', "ت"),
        ('\u{fe9c}', "ث"),
        ('\u{fea0}', "ج"),
        ('\u{fea4}', "ح"),
        ('\u{fea8}', "خ"),
        ('\u{feaa}', "د"),
        ('\u{feac}', "ذ"),
        ('\u{feae}', "ر"),
        ('\u{feb0}', "ز"),
        ('\u{feb4}', "س"),
        ('\u{feb8}', "ش"),
        ('\u{febc}', "ص"),
        ('\u{fec0}', "ض"),
        ('\u{fec4}', "ط"),
        ('\u{fec8}', "ظ"),
        ('\u{fecc}', "ع"),
        ('\u{fed0}', "غ"),
        ('\u{fed4}', "ف"),
        ('\u{fed8}', "ق"),
        ('\u{fedc}', "ك"),
        ('\u{fee0}', "ل"),
        ('\u{fee4}', "م"),
        ('\u{fee8}', "ن"),
        ('\u{feec}', "ه"),
        ('\u{feee}', "و"),
        ('\u{fef4}', "ي"),
        ('\u{fefc}', "لا"),
    ];
    Some(match letter {
        'آ' | 'أ' | 'إ' | 'ٱ' => "ا",
        'ؤ' => "و",
        'ئ' | 'ى' => "ي",
        'ة' => "ه",
        '\u{fe80}'..='\u{fefc}' => FORMS.iter().find(|(last, _)| letter <= *last)?.1,
        _ => return None,
    })
}

/// What a letter of Latin-1, Latin Extended-A or Vietnamese is without its marks.
fn latin(letter: char) -> Option<&'static str> {
    Some(match letter {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'Ạ'..='ặ' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' | 'Ć'..='č' => "c",
        'Ð' | 'ð' | 'Ď'..='đ' => "d",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' | 'Ẹ'..='ệ' => "e",
        'Ĝ'..='ģ' => "g",
        'Ĥ'..='ħ' => "h",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' | 'Ỉ'..='ị' => "i",
        'Ĵ'..='ĵ' => "j",
        'Ķ'..='ĸ' => "k",
        'Ĺ'..='ł' => "l",
        'Ñ' | 'ñ' | 'Ń'..='ŋ' => "n",
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' | 'Ơ'..='ơ' | 'Ọ'..='ợ' => "o",
        'Œ'..='œ' => "oe",
        'Ŕ'..='ř' => "r",
        'ß' | 'ẞ' => "ss",
        'Ś'..='š' | 'Ș'..='ș' => "s",
        'Þ' | 'þ' => "th",
        'Ţ'..='ŧ' | 'Ț'..='ț' => "t",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' | 'Ư'..='ư' | 'Ụ'..='ự' => "u",
        'Ŵ'..='ŵ' => "w",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' | 'Ỳ'..='ỹ' => "y",
        'Ź'..='ž' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let words: Vec<String> = words(text)
            .iter()
            .map(|word| word.iter().collect())
            .collect();
        assert_eq!(words.join(" "), expected);
    }

    #[test]
    fn case_marks_and_punctuation_do_not_count() {
        check("Thônes-Méry", "thones mery");
        check("  DIST. Muro-Muro\u{a0}(Velden)", "dist muro muro velden");
        check("Béziers Mâcon–Orléans", "beziers macon orleans");
        check(
            "A\u{301}vila Œuvre Straße Łódź",
            "avila oeuvre strasse lodz",
        );
        check("Thừa Thiên Huế, Đà Nẵng", "thua thien hue da nang");
        check("ΑΘΗΝΑ МОСКВА", "αθηνα москва");
    }

    #[test]
    fn scripts_without_case_stay_whole() {
        check("រាជធានីភ្នំពេញ", "រាជធានីភ្នំពេញ");
        check("กรุงเทพมหานคร", "กรุงเทพมหานคร");
    }

    #[test]
    fn arabic_letters_that_are_written_one_for_another_are_the_same() {
        check("القاهرة الكبرى", "القاهره الكبري");
        check("أربيل إدلب، آمد", "اربيل ادلب امد");
        check("مُعَظَّمِيَّة حــلب", "معظميه حلب");
        // With the hamza as a letter of its own, as some keyboards type it.
        check("ا\u{654}ربيل مو\u{654}سسة", &folded("أربيل مؤسسة"));
    }

    #[test]
    fn a_form_of_a_letter_is_that_letter() {
        use icu_normalizer::ComposingNormalizerBorrowed;
        let nfkc = ComposingNormalizerBorrowed::new_nfkc();
        let forms = ('\u{fe80}'..='\u{fefc}').chain('！'..='～').chain(['ำ']);
        for letter in forms {
            let (letter, plain) = (
                letter.to_string(),
                nfkc.normalize(&letter.to_string()).into_owned(),
            );
            assert_eq!(folded(&letter), folded(&plain), "{letter}");
        }
        check("ﻧﺎﺱ", "ناس");
        check("Ｆｅｚ　２０２４", "fez 2024");
    }

    #[test]
    fn what_has_no_width_does_not_part_a_word() {
        check("ភ្នំ\u{200b}ពេញ", "ភ្នំពេញ");
        check("กรุงเทพ\u{200b}มหานคร", "กรุงเทพมหานคร");
        check("Mara\u{ad}kech \u{200e}24\u{2060}", "marakech 24");
    }
}
