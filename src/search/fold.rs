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

/// Latin letters lose case and diacritics, Greek and Cyrillic ones their case; punctuation becomes a
/// space. Letters of scripts without case stay as they are. (Its own small table: the one of the
/// standard library weighs more in wasm than this whole folder.)
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            'A'..='Z' => folded.push(letter.to_ascii_lowercase()),
            '\u{300}'..='\u{36f}' => {}
            'Α'..='Ω' | 'А'..='Я' => folded.extend(char::from_u32(u32::from(letter) + 32)),
            _ if is_space(letter) => folded.push(' '),
            _ => match latin(letter) {
                Some(base) => folded.push_str(base),
                None => folded.push(letter),
            },
        }
    }
    folded
}

fn is_space(letter: char) -> bool {
    let symbol = matches!(letter, '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}');
    letter.is_ascii_punctuation() || letter <= ' ' || symbol
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
        check("القاهرة الكبرى", "القاهرة الكبرى");
    }
}
