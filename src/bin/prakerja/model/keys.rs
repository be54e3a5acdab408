//! The national figures the model rests on, by their keys.

use super::figures::Key;

const TO_2022: &str = "2020-2022";
const SURVEY_2022: &str = "2020-2022 (survey to 2022-12-10)";
const ALL: &str = "2020-2023";
const JUNE_2023: &str = "2023 (to 2023-06-16)";
pub(crate) const AUGUST_2023: &str = "2023 batches 48-58 (to 2023-08-09)";
pub(crate) const HALF_2021: &str = "2021 semester I (batches 12-17)";
pub(crate) const NOVEMBER_2020: &str = "2020 (batches 1-11, to 2020-11-23)";
pub(crate) const OCTOBER_2020: &str = "2020 batches 1-10 (to 2020-10-30)";
const CYRUS: &str = "2020 to early 2021 recipients (Cyrus Network survey, released 2021-05-20)";

pub(crate) const Y2020: Key<'static> =
    Key::nation("2020 (batches 1-11)", "recipients", "total, net of revoked");
pub(crate) const TO_BATCH_22: Key<'static> = Key::nation(
    "cumulative batches 1-22, to 2021-11-26",
    "recipients",
    "total (net, inferred)",
);
pub(crate) const Y2022: Key<'static> = Key::nation("2022", "recipients", "total");
pub(crate) const WHOLE: Key<'static> = Key::nation(ALL, "recipients trained", "total");
pub(crate) const WOMEN: [Key<'static>; 5] = [
    Key::nation("2020", "sex", "perempuan"),
    Key::nation(HALF_2021, "sex", "perempuan"),
    Key::nation(TO_2022, "sex", "perempuan"),
    Key::nation(JUNE_2023, "sex", "perempuan"),
    Key::nation(ALL, "sex", "perempuan"),
];
pub(crate) const NEVER: [Key<'static>; 3] = [
    Key::nation(NOVEMBER_2020, "prior training", "never trained before"),
    Key::nation(HALF_2021, "prior training", "never trained before"),
    Key::nation(ALL, "prior training", "never trained before"),
];
pub(crate) const DISABILITY: [Key<'static>; 4] = [
    Key::nation("2020", "disability", "penyandang disabilitas"),
    Key::nation(HALF_2021, "disability", "penyandang disabilitas"),
    Key::nation(TO_2022, "disability", "penyandang disabilitas"),
    Key::nation(ALL, "disability", "penyandang disabilitas"),
];
pub(crate) const TERTINGGAL: Key<'static> = Key::nation(ALL, "region type", "kabupaten tertinggal");
pub(crate) const YOUNG_2020: Key<'static> = Key::nation(OCTOBER_2020, "age", "18-35");
pub(crate) const AGE_TO_2022: [Key<'static>; 2] = [
    Key::nation(TO_2022, "age", "18-25"),
    Key::nation(TO_2022, "age", "26-35"),
];
pub(crate) const AGE_2023: [Key<'static>; 2] = [
    Key::nation(JUNE_2023, "age", "18-25"),
    Key::nation(JUNE_2023, "age", "26-35"),
];
pub(crate) const CYRUS_AGE: [Key<'static>; 3] = [
    Key::nation(CYRUS, "age", "36-45"),
    Key::nation(CYRUS, "age", "46-55"),
    Key::nation(CYRUS, "age", "over 55"),
];
pub(crate) const SD_2020: Key<'static> = Key::nation("2020", "education", "SD ke bawah");
pub(crate) const SD_TO_2022: Key<'static> = Key::nation(SURVEY_2022, "education", "SD ke bawah");
pub(crate) const SMA_2023: Key<'static> = Key::nation(AUGUST_2023, "education", "SMA ke bawah");
pub(crate) const CYRUS_EDUCATION: [Key<'static>; 5] = [
    Key::nation(CYRUS, "education", "SD"),
    Key::nation(CYRUS, "education", "SMP"),
    Key::nation(CYRUS, "education", "SMA"),
    Key::nation(CYRUS, "education", "diploma"),
    Key::nation(CYRUS, "education", "sarjana"),
];
