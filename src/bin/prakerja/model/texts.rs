//! What the dataset says of itself: where it comes from, how it was made, what is in doubt.

use jangkau::cube::{Conflict, Label, Noun, NounForms};

use super::dimensions::label;
use super::layout::Trait;

pub(crate) const ID: &str = "prakerja";

/// The languages that the dataset is offered in.
pub(crate) const LANGUAGES: [&str; 2] = ["id", "en"];

/// A release, once published, stays as it is: another set of figures gets the next number.
pub(crate) const RELEASE: &str = "3";
pub(crate) const UPDATED: &str = "2026-11-30";

pub(crate) fn title() -> Label {
    label((
        "Peserta Kartu Prakerja 2020–2023 (model)",
        "Kartu Prakerja participants, 2020–2023 (model)",
    ))
}

pub(crate) fn noun() -> Noun {
    let forms = |one, other| NounForms::new(other).with("one", one);
    Noun::new(forms("peserta", "peserta")).with("en", forms("participant", "participants"))
}

pub(crate) fn source() -> Label {
    label((
        "Model Jangkau dari angka Kartu Prakerja yang telah terbit: laporan dan siaran pers program, serta berita",
        "A Jangkau model of published Kartu Prakerja figures: reports and releases of the programme, and news",
    ))
}

pub(crate) fn licence() -> Label {
    Label::new("CC BY 4.0")
}

pub(crate) fn method() -> Vec<Label> {
    [
        (
            "Tabel silang antara dua ciri peserta tidak pernah diterbitkan. Angka di sini adalah model: sebaran yang memenuhi semua angka yang telah terbit dan selebihnya menganggap ciri-ciri peserta tidak saling terkait (entropi maksimum).",
            "No table that crosses two traits of the participants was ever published. These figures are a model: the spread that meets every published figure and beyond that takes the traits to be unrelated (maximum entropy).",
        ),
        (
            "Tahap satu: peserta menurut tahun dan daerah, mulai dari jumlah penduduk, disesuaikan ke jumlah tahunan, provinsi, kabupaten tertinggal dan daerah yang punya angka sendiri (iterative proportional fitting). Tahap dua: ciri peserta di dalamnya, dengan cara yang sama.",
            "Stage one: participants by year and region, starting from population, fitted to the counts of years, provinces, disadvantaged regencies and the regions with a figure of their own (iterative proportional fitting). Stage two: the traits within them, in the same way.",
        ),
        (
            "Hasilnya dibulatkan ke orang, induk lebih dahulu; jumlah yang wajib dipenuhi tetap tepat sampai satu orang. Setiap angka acuan, yang terbit dan yang tercapai, ada di report.csv.",
            "The result is rounded to whole persons, parents first; the totals that must be met stay exact to the person. Every published figure and what the model makes of it is in report.csv.",
        ),
        (
            "Di bawah provinsi, jumlah mengikuti penduduk kecuali daerah itu punya angka terbit sendiri; pangsa ciri mengikuti pola provinsi atau nasional. Nol dalam model tidak berarti tidak ada orang.",
            "Below the province the count follows population unless a figure of the region itself was published; shares of traits follow the pattern of the province or the nation. A modelled zero does not mean nobody.",
        ),
    ]
    .map(label)
    .to_vec()
}

pub(crate) fn notes() -> Vec<Label> {
    [
        (
            "Semua sel adalah perkiraan model, bukan hasil pencacahan. Jumlah 2023 mengandung pembulatan dari 17,5 juta. Sejak rilis 3, pangsa perempuan 2021–2023, yang hanya terbit untuk sebagian tahun, didekati; perempuan 2022 berkurang.",
            "Every cell is a model’s estimate, not a count. The count of 2023 carries the rounding of 17.5 million. Since release 3, the shares of women in 2021–2023, published of a part of each year only, are approached; women of 2022 are fewer.",
        ),
        (
            "Diragukan: jumlah 2020–2023 Riau, Jambi, Kepulauan Bangka Belitung, Kalimantan Tengah, Kalimantan Utara dan Sulawesi Barat, yang tidak ada dalam tabel sumber; serta Bali dan Banten tahun 2020.",
            "In doubt: the 2020–2023 counts of Riau, Jambi, Kepulauan Bangka Belitung, Kalimantan Tengah, Kalimantan Utara and Sulawesi Barat, which the source table leaves out; and Bali and Banten in 2020.",
        ),
        (
            "Kabupaten tertinggal mengikuti daftar Perpres 63/2020 (62 kabupaten); program menyebutnya “3T”. Angka yang tercetak di provinsi baru Papua dihitung pada provinsi induknya.",
            "Disadvantaged regencies follow the list of Perpres 63/2020 (62 regencies); the programme says “3T”. Figures printed under a new Papuan province count under its parent.",
        ),
    ]
    .map(label)
    .to_vec()
}

/// What is counted, and in which year.
pub(crate) fn of_year() -> Label {
    label((
        "Peserta adalah penerima Kartu Prakerja tanpa kepesertaan yang dicabut (penerima efektif), dihitung pada tahun gelombangnya: 2020 gelombang 1–11, 2021 gelombang 12–22, 2022 gelombang 23–47, 2023 gelombang 48–62. Pendaftar yang tidak lolos tidak termasuk.",
        "Participants are recipients of the Kartu Prakerja without revoked memberships, counted in the year of their batch: 2020 batches 1–11, 2021 batches 12–22, 2022 batches 23–47, 2023 batches 48–62. Applicants who were not admitted are not among them.",
    ))
}

/// What a trait means, as far as its sources say.
pub(crate) fn of_trait(of: Trait) -> Label {
    label(match of {
        Trait::Sex => (
            "Seperti dicetak program; sumber tidak mengatakan bagaimana ditanyakan.",
            "As the programme prints it; the sources do not say how it was asked.",
        ),
        Trait::Age => (
            "Kelompok umur program; yang berhak adalah usia 18–64 tahun. Sumber tidak mengatakan pada tanggal berapa umur dihitung. Dinas provinsi kadang memakai kelompok lain (18–24, 25–34, …).",
            "The programme’s age groups; those aged 18 to 64 are eligible. The sources do not say at what date age was taken. Provincial offices sometimes print other groups (18–24, 25–34, …).",
        ),
        Trait::Education => (
            "Pendidikan terakhir, dalam kelompok yang dicetak program: SD ke bawah, SMP, SMA/SMK, diploma, sarjana.",
            "The highest level reached, in the groups that the programme prints: primary school or less, lower secondary, upper secondary, diploma, bachelor’s degree.",
        ),
        Trait::Training => (
            "Belum pernah mengikuti pelatihan atau kursus sebelum program, menurut program.",
            "Never took a training or a course before the programme, as the programme says.",
        ),
        Trait::Disability => (
            "Program mencetak pangsa penyandang disabilitas saja; sumber tidak mengatakan bagaimana disabilitas ditanyakan atau dibuktikan.",
            "The programme prints the share of people with a disability alone; the sources do not say how disability was asked or shown.",
        ),
    })
}

/// Sources that disagree, and what was done.
pub(crate) fn conflicts() -> Vec<Conflict> {
    [
        (
            "Jumlah sampai akhir 2023 tercetak 18,36 juta, 17,6 juta dan 17,5 juta. Yang pertama tampaknya termasuk kepesertaan yang dicabut; model memakai 17,5 juta.",
            "The count to the end of 2023 is printed as 18.36, 17.6 and 17.5 million. The first seems to include revoked memberships; the model takes 17.5 million.",
        ),
        (
            "Tabel provinsi 2023 mencetak Jawa Tengah dua kali dan melewatkan enam provinsi. Jambi diambil 330.000; lima lainnya berbagi sisanya menurut angka 2020.",
            "The provincial table of 2023 prints Jawa Tengah twice and leaves out six provinces. Jambi is taken as 330,000; the other five share the rest by their figures of 2020.",
        ),
        (
            "Angka provinsi 2020 berjumlah 101.835 di bawah jumlah nasional; sedikitnya satu salah cetak. Semuanya diskalakan; Bali dan Banten diragukan.",
            "The provincial figures of 2020 add up to 101,835 less than the nation’s count; at least one is misprinted. All are scaled; Bali and Banten are in doubt.",
        ),
        (
            "Sumatera Utara sampai gelombang 19: 398.138 di teks, 390.138 di judul. Yang di teks dipakai.",
            "Sumatera Utara to batch 19: 398,138 in the text, 390,138 in the headline. The text is taken.",
        ),
        (
            "Kota Surabaya tercetak 388.707 penerima, padahal Jember disebut terbanyak di Jawa Timur dengan 166.704. Angka Surabaya mungkin pendaftar dan tidak dipakai.",
            "Kota Surabaya is printed with 388,707 recipients, yet Jember is called the first of Jawa Timur with 166,704. Surabaya’s figure may be applicants and is not used.",
        ),
        (
            "Jawa Tengah 2020: 507.341 lolos seleksi, 450.000 di laporan tahunan. Angka kabupatennya dipakai sebagai bagian dari yang pertama.",
            "Jawa Tengah in 2020: 507,341 passed selection, 450,000 in the annual report. Figures of its regencies are taken as parts of the first.",
        ),
        (
            "Umur 18–35 pada 2020: 77% atau 71%; SMA ke atas 87% atau 81%. Pasangan yang lebih rendah, dari survei 2,4 juta jawaban, dipakai.",
            "Aged 18 to 35 in 2020: 77% or 71%; upper secondary and above 87% or 81%. The lower pair, of 2.4 million survey answers, is taken.",
        ),
        (
            "SD–SMP pada paruh pertama 2021: 30% atau 10%, tergantung media. Tidak ada yang dipaksakan.",
            "Primary and lower secondary in the first half of 2021: 30% or 10%, by outlet. Neither is imposed.",
        ),
        (
            "Umur 18–25 sebelum 2023: 27%; satu media mencetak 37, yang bertentangan dengan kenaikan yang disebutnya sendiri. Dipakai 27%.",
            "Aged 18 to 25 before 2023: 27%; one outlet prints 37, which the rise it tells of rules out. 27% is taken.",
        ),
        (
            "Perempuan “54% dari 17 juta” yang pernah disebut adalah pangsa 2023; pendaftar 2020 berpangsa 47%, penerima 45%.",
            "The “54% of 17 million” once said of women is the share of 2023; applicants of 2020 were 47% women, recipients 45%.",
        ),
        (
            "Daerah yang dijangkau pada 2023: 488, 498 dan 489 menurut pernyataan program, bukan 514 seperti dalam model.",
            "Regions reached in 2023: 488, 498 and 489 by the programme’s own word, not 514 as in the model.",
        ),
        (
            "Papua sampai 31 Mei 2023: 284 atau 285; Jawa Barat 100.779 pada 31 Mei, tetapi 100.773 pada 16 Juni. Selisihnya tidak berarti.",
            "Papua to 31 May 2023: 284 or 285; Jawa Barat 100,779 on 31 May, but 100,773 on 16 June. The differences do not matter.",
        ),
    ]
    .map(|text| Conflict { text: label(text) })
    .to_vec()
}
