//! Whether bytes that are no UTF-8 read as Windows-1252, and what they may be where they do not.
//!
//! Any bytes are Windows-1252, and a file in another encoding becomes letters that nobody wrote: "Ìîñêâà". They
//! are told by what no language of that encoding has: words of accented letters alone, signs within words,
//! capitals after small letters, letters that only another language has together.

use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GBK, IBM866, ISO_8859_5, KOI8_R, SHIFT_JIS, UTF_16BE, UTF_16LE,
    WINDOWS_874, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254,
    WINDOWS_1255, WINDOWS_1256, WINDOWS_1257,
};

/// Letters beside those of ASCII of the languages that Windows-1252 is for, in lower case.
const WESTERN: [&str; 12] = [
    "àâæçéèêëîïôœùûüÿñ",
    "äöüßéèà",
    "áéíñóúüçàèòï·ªº",
    "áâãàçéêíóôõúüªºèñ",
    "àèéìíîòóùúª°º",
    "æøåéèêóòôäöüáàâ",
    "åäöéüõšžàáæø",
    "áðéíóúýþæöøå",
    "áéíóúàèëïöüêäâçè",
    "âêîôûáéíóúäëïöü",
    "çë",
    "ñáéíóúâêîôû",
];

/// Encodings of other Latin letters, each with the letters of one of its languages.
const LATIN: [(&Encoding, &str); 10] = [
    (WINDOWS_1250, "ąćęłńóśźż"),
    (WINDOWS_1250, "áčďéěíňóřšťúůýž"),
    (WINDOWS_1250, "áäčďéíĺľňóôŕšťúýž"),
    (WINDOWS_1250, "áéíóöőúüű"),
    (WINDOWS_1250, "ăâîşţ"),
    (WINDOWS_1250, "čćđšž"),
    (WINDOWS_1254, "çğıöşüâîûi̇"),
    (WINDOWS_1257, "ąčęėįšųūž"),
    (WINDOWS_1257, "āčēģīķļņšūž"),
    (WINDOWS_1257, "äöõüšž"),
];

/// Encodings of letters of two bytes: the first bytes of the letters that most words are written with.
const WIDE: [(&Encoding, [u8; 2]); 5] = [
    (EUC_KR, [0xb0, 0xc8]),
    (EUC_JP, [0xa4, 0xcf]),
    (SHIFT_JIS, [0x81, 0x98]),
    (GBK, [0xb0, 0xd7]),
    (BIG5, [0xa4, 0xc6]),
];

/// Encodings of other letters of one byte.
const NARROW: [&Encoding; 8] = [
    WINDOWS_1255,
    WINDOWS_1251,
    KOI8_R,
    IBM866,
    WINDOWS_1253,
    WINDOWS_1256,
    WINDOWS_874,
    ISO_8859_5,
];

/// Bytes that are looked at where an encoding is named.
const SAMPLE: usize = 20_000;

/// Letters that nobody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OddLetters {
    /// A word as it would be read.
    pub(crate) shown: String,
    /// An encoding that has letters for it, and the word in it.
    pub(crate) likely: Option<(&'static str, String)>,
}

impl OddLetters {
    /// What stands in the file, what should, and what mends it.
    pub(crate) fn texts(&self) -> [String; 3] {
        let likely = self
            .likely
            .as_ref()
            .map(|(name, word)| format!("; in {name} it is \"{word}\""));
        [
            format!("\"{}\", as Windows-1252 reads its bytes", self.shown)
                + likely.as_deref().unwrap_or(""),
            "letters in UTF-8".to_owned(),
            "save the file as UTF-8 (of a spreadsheet: \"CSV UTF-8\"), or export it so".to_owned(),
        ]
    }
}

/// What is odd in bytes that are no UTF-8, where they are to be read as Windows-1252; `None` where nothing is.
pub(crate) fn odd_letters(bytes: &[u8]) -> Option<OddLetters> {
    if bytes.contains(&0) {
        return Some(of_zeros(bytes));
    }
    let words: Vec<&[u8]> = words(bytes).collect();
    // A slip here and there is no other encoding.
    let many = |is_odd: fn(&[u8]) -> bool| {
        let odd: Vec<&[u8]> = words.iter().copied().filter(|word| is_odd(word)).collect();
        odd.first()
            .copied()
            .filter(|_| odd.len() * 5 >= words.len())
    };
    if let Some(word) = many(has_odd_place) {
        return Some(odd_word(word, likely(bytes, &words)));
    }
    if is_western(&words) {
        return None;
    }
    if let Some(word) = many(has_no_ascii) {
        return Some(odd_word(word, likely(bytes, &words)));
    }
    let (encoding, word) = other_latin(&words)?;
    Some(odd_word(word, Some(encoding)))
}

fn odd_word(word: &[u8], encoding: Option<&'static Encoding>) -> OddLetters {
    let text = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(word);
        text.chars().take(40).collect::<String>()
    };
    OddLetters {
        shown: text(WINDOWS_1252),
        likely: encoding.map(|encoding| (encoding.name(), text(encoding))),
    }
}

/// Bytes with zeros among them: letters of two bytes each.
fn of_zeros(bytes: &[u8]) -> OddLetters {
    let sample = &bytes[..bytes.len().min(80) / 2 * 2];
    let likely = [UTF_16LE, UTF_16BE].map(|encoding| {
        let (text, has_errors) = encoding.decode_without_bom_handling(sample);
        let plain = text.chars().filter(char::is_ascii).count();
        (has_errors, plain, encoding.name(), text.into_owned())
    });
    let likely = likely.into_iter().filter(|(has_errors, ..)| !has_errors);
    let likely = likely.max_by_key(|(_, plain, ..)| *plain);
    OddLetters {
        shown: "bytes of zero".to_owned(),
        likely: likely.map(|(_, _, name, text)| (name, text.trim().to_owned())),
    }
}

/// The words that have letters beyond ASCII, or signs that could be some.
fn words(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let words = bytes.split(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic());
    let may_be = |byte: &u8| is_letter(*byte) || is_undefined(*byte) || is_sign(*byte);
    words.filter(move |word| word.len() > 1 && word.iter().any(may_be))
}

/// Whether a byte is a letter beyond ASCII in Windows-1252.
fn is_letter(byte: u8) -> bool {
    matches!(byte, 0x8a | 0x8c | 0x8e | 0x9a | 0x9c | 0x9e | 0x9f)
        || byte >= 0xc0 && byte != 0xd7 && byte != 0xf7
}

fn is_capital(byte: u8) -> bool {
    matches!(byte, 0x8a | 0x8c | 0x8e | 0x9f) || (0xc0..=0xde).contains(&byte) && byte != 0xd7
}

fn is_small(byte: u8) -> bool {
    byte.is_ascii_lowercase() || is_letter(byte) && !is_capital(byte)
}

/// Whether Windows-1252 has nothing for a byte.
fn is_undefined(byte: u8) -> bool {
    matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d)
}

/// Whether a byte is a sign that stands within no word; quotes, dashes, dots and blanks part two words.
fn is_sign(byte: u8) -> bool {
    !byte.is_ascii()
        && !is_letter(byte)
        && !matches!(
            byte,
            0x91 | 0x92 | 0x93 | 0x94 | 0x96 | 0x97 | 0x85 | 0xa0 | 0xad | 0xb4 | 0xb7
        )
        && !matches!(byte, 0xaa | 0xb0 | 0xba | 0xab | 0xbb | 0xd7 | 0xf7)
}

/// Whether a word has what no word of Windows-1252 has: a sign within, a capital after a small letter, nothing.
fn has_odd_place(word: &[u8]) -> bool {
    let has_letter = |byte: Option<&u8>| byte.is_some_and(|it| it.is_ascii() || is_letter(*it));
    let has_sign_within = (1..word.len()).any(|at| {
        is_sign(word[at]) && has_letter(word.get(at - 1)) && has_letter(word.get(at + 1))
    });
    let is_turned = |pair: &[u8]| is_small(pair[0]) && !pair[1].is_ascii() && is_capital(pair[1]);
    has_sign_within || word.iter().any(|byte| is_undefined(*byte)) || word.windows(2).any(is_turned)
}

/// Whether a word has letters beyond ASCII alone.
fn has_no_ascii(word: &[u8]) -> bool {
    word.len() > 2 && !word.iter().any(u8::is_ascii)
}

/// The encoding that has letters for nearly all of some words.
fn likely(bytes: &[u8], words: &[&[u8]]) -> Option<&'static Encoding> {
    let mut sample = Vec::new();
    for word in words {
        sample.extend_from_slice(word);
        sample.push(b' ');
        if sample.len() > SAMPLE {
            break;
        }
    }
    // Their second bytes may be signs of ASCII, which part words.
    let whole_lines = if bytes.len() > SAMPLE {
        let end = bytes[..SAMPLE].iter().rposition(|byte| *byte == b'\n');
        end.unwrap_or(SAMPLE)
    } else {
        bytes.len()
    };
    let wide = WIDE
        .iter()
        .find(|(encoding, lead)| is_wide(&bytes[..whole_lines], encoding, *lead));
    if let Some((encoding, _)) = wide {
        return Some(encoding);
    }
    if let Some((encoding, _)) = other_latin(words) {
        return Some(encoding);
    }
    let scores = NARROW
        .iter()
        .map(|encoding| (score(&sample, encoding), *encoding));
    let mut best: Option<(f64, &'static Encoding)> = None;
    for (score, encoding) in scores {
        if score > 0.8 && best.is_none_or(|(before, _)| score > before + 1e-9) {
            best = Some((score, encoding));
        }
    }
    best.map(|(_, encoding)| encoding)
}

/// Whether bytes are letters of two bytes, nearly all of them common ones.
fn is_wide(sample: &[u8], encoding: &'static Encoding, [first, last]: [u8; 2]) -> bool {
    let (text, has_errors) = encoding.decode_without_bom_handling(sample);
    if has_errors {
        return false;
    }
    let (mut all, mut common, mut kana, mut at) = (0, 0, 0, 0);
    let is_narrow = |byte: u8| encoding == SHIFT_JIS && (0xa1..=0xdf).contains(&byte);
    while at < sample.len() {
        if sample[at].is_ascii() {
            at += 1;
            continue;
        }
        all += 1;
        common += usize::from((first..=last).contains(&sample[at]));
        at += if is_narrow(sample[at]) { 1 } else { 2 };
    }
    for letter in text.chars() {
        kana += usize::from(matches!(letter, '\u{3041}'..='\u{30fe}'));
    }
    let is_japanese = encoding == EUC_JP;
    all > 0 && common * 100 >= all * 88 && (!is_japanese || kana * 10 >= all)
}

/// The part of the bytes beyond ASCII that are letters of another script in an encoding; capitals after small
/// letters take away.
fn score(sample: &[u8], encoding: &'static Encoding) -> f64 {
    let (text, _) = encoding.decode_without_bom_handling(sample);
    let (mut all, mut letters, mut turned) = (0_u32, 0_u32, 0_u32);
    let mut before = ' ';
    for letter in text.chars() {
        if !letter.is_ascii() {
            all += 1;
            let is_point = matches!(letter, '\u{591}'..='\u{5c7}');
            let is_other = letter > '\u{36f}' && letter.is_alphanumeric() && !is_point
                || matches!(letter, '\u{e30}'..='\u{e4e}');
            letters += u32::from(is_other);
            turned += u32::from(before.is_lowercase() && letter.is_uppercase());
        }
        before = letter;
    }
    (f64::from(letters) - 2.0 * f64::from(turned)) / f64::from(all.max(1))
}

/// Whether one language of Windows-1252 has nearly all that stands in some words.
fn is_western(words: &[&[u8]]) -> bool {
    let mut all = WESTERN
        .iter()
        .map(|letters| covered(words, WINDOWS_1252, letters));
    all.any(|(known, all)| known * 100 >= all * 95)
}

/// How many of the letters beyond ASCII are among these in an encoding, and how many there are.
fn covered(words: &[&[u8]], encoding: &'static Encoding, letters: &str) -> (usize, usize) {
    let own = words.iter().flat_map(|word| word.iter());
    let own: Vec<u8> = own.copied().filter(|byte| !byte.is_ascii()).collect();
    let (text, _) = encoding.decode_without_bom_handling(&own);
    let lower = text.to_lowercase();
    let known = lower.chars().filter(|letter| letters.contains(*letter));
    (known.count(), lower.chars().count())
}

/// An encoding of Latin letters one of whose languages has all that stands in some words: and a word that shows
/// it.
fn other_latin<'w>(words: &[&'w [u8]]) -> Option<(&'static Encoding, &'w [u8])> {
    let (encoding, _) = LATIN.iter().find(|(encoding, letters)| {
        let (known, all) = covered(words, encoding, letters);
        known * 100 >= all * 98
    })?;
    let differs = |word: &&&[u8]| {
        let (here, _) = WINDOWS_1252.decode_without_bom_handling(word);
        let (there, _) = encoding.decode_without_bom_handling(word);
        here != there
    };
    Some((encoding, words.iter().find(differs)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(encoding: &'static Encoding, text: &str) {
        let (bytes, _, has_errors) = encoding.encode(text);
        assert!(!has_errors, "{text}");
        let odd = odd_letters(&bytes);
        if encoding == WINDOWS_1252 {
            assert_eq!(odd, None, "{text}");
            return;
        }
        let (name, word) = odd.unwrap().likely.unwrap();
        assert_eq!(name, encoding.name(), "{text}");
        assert!(text.contains(&*word), "{word}");
    }

    #[test]
    fn letters_of_the_languages_of_windows_1252_are_read() {
        for text in [
            "Région;Année;Bénéficiaires\nÎle-de-France;2021;12\nCôte d’Azur;2021;20 €\nL´Haÿ;2021;5",
            "Straße;Köln;Müller;ÄÖÜ\nGRÖSSE;1",
            "Año;Población;Cataluña;Paral·lel\n1º;2ª;3 m²",
            "Ações;São Tomé;POPULAÇÃO;Conceição;Órgãos",
            "Kommune;Ærø;Ålesund;Tromsø;Bodø",
            "Jäärä;Hääyö;Åbo;Pääkaupunki",
            "Ísafjörður;Þingeyri;Seyðisfjörður;Akureyri – Norður",
            "Côte d'Ivoire;Curaçao;Åland;São Tomé;Österreich;España;Türkiye;Éire",
            "Total £5;10 °C;±3;«a»;5 µg;½",
            "Citroën – “quoted” text…more",
        ] {
            check(WINDOWS_1252, text);
        }
    }

    #[test]
    fn letters_of_other_encodings_are_not_read_and_the_encoding_is_named() {
        let russian = "Район;Год;Человек\nМосква;2021;1200\nКазань;2021;900\nв том числе городское население;5;6";
        check(WINDOWS_1251, russian);
        check(KOI8_R, russian);
        check(IBM866, russian);
        check(WINDOWS_1251, "Област;Година;Лица\nСофия;2021;10");
        check(
            WINDOWS_1253,
            "Περιφέρεια;Έτος;Πληθυσμός\nΑττική;2021;5\nΚρήτη;2021;7",
        );
        check(WINDOWS_1255, "מחוז;שנה;אוכלוסייה\nירושלים;2021;5");
        check(
            WINDOWS_1256,
            "الجهة;السنة;السكان\nالرباط;2021;5\nفاس;2021;7",
        );
        check(WINDOWS_874, "จังหวัด;ปี;จำนวนคน\nเชียงใหม่;2564;12");
        check(
            SHIFT_JIS,
            "都道府県;年;人口\n東京都;2021;100\n北海道;2021;90\nさいたま;1;2",
        );
        check(EUC_JP, "都道府県;年;人口\nさいたま;2021;100\nつくば;1;2");
        check(
            GBK,
            "地区;年份;人口\n北京;2021;100\n上海;2021;90\n广东;2021;80",
        );
        check(BIG5, "地區;年份;人口\n臺北;2021;100\n高雄;2021;90");
        check(EUC_KR, "지역;연도;인구\n서울;2021;100\n부산;2021;90");
        check(
            WINDOWS_1250,
            "Województwo;Łódź;Śląskie;Małopolskie;Świętokrzyskie",
        );
        check(
            WINDOWS_1250,
            "Středočeský;Plzeňský;Ústecký;Zlínský;Vysočina",
        );
        check(
            WINDOWS_1250,
            "Győr;Székesfehérvár;Kőszeg;Hűvösvölgy;Nyíregyháza",
        );
        check(
            WINDOWS_1254,
            "İstanbul;Muğla;Kırşehir;Çorum;Eskişehir;Şırnak;Düzce",
        );
        check(
            WINDOWS_1257,
            "Klaipėda;Šiauliai;Panevėžys;Tauragė;Telšiai;Utena",
        );
    }

    #[test]
    fn letters_of_a_code_page_of_dos_or_of_a_mac_are_odd() {
        // "Région", "Bénéficiaires" in the pages 850 and of a Mac.
        for bytes in [
            &b"R\x82gion;B\x82n\x82ficiaires"[..],
            b"R\x8egion;B\x8en\x8eficiaires",
        ] {
            assert!(odd_letters(bytes).is_some());
        }
        let odd = odd_letters(b"\xcc\xee\xf1\xea\xe2\xe0;5").unwrap();
        assert_eq!(
            odd.texts()[0],
            "\"Ìîñêâà\", as Windows-1252 reads its bytes; in windows-1251 it is \"Москва\""
        );
        let wide: Vec<u8> = "จังหวัด\t1\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(odd_letters(&wide).unwrap().likely.unwrap().0, "UTF-16LE");
    }
}
