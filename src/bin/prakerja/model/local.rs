//! Soft controls of single provinces and regions: counts brought to the end of their year, without
//! memberships later revoked.

use jangkau::cube::{ControlKind, DerivedBy};

use super::control::{Control, Measure, Place, Scope};
use super::estimate::Estimate;
use super::figures::Key;
use super::layout::Years;
use super::national::National;
use super::provinces::{KALSEL_2023, KALSEL_TO_2022, Province};
use super::{ModelError, Sources};

const TOTAL: &str = "total";
pub(super) const BATCH_19: &str = "cumulative batches 1-19, to 2021-09-13";
const BATCH_21: &str = "cumulative to 2021-10-12";
pub(super) const BATCH_22: &str = "cumulative batches 1-22, to 2021-11-26";
pub(super) const JATENG_2020: &str = "2020 (batches 1-11)";
const MAY_2023: &str = "2023 batches 48-53 (to 2023-05-31)";

/// Every local count the fit keeps as near as the hard ones allow.
pub(crate) fn controls(
    sources: &Sources,
    national: &National,
    provinces: &[Province<'_>],
) -> Result<Vec<Control>, ModelError> {
    let local = Local { sources, national };
    let mut controls = local.to_the_end_of_2021()?;
    controls.extend(local.to_the_end_of_2022()?);
    controls.extend(local.in_2023()?);
    controls.extend(local.parts_of_a_province(provinces)?);
    Ok(controls)
}

struct Local<'a> {
    sources: &'a Sources,
    national: &'a National,
}

impl Local<'_> {
    fn estimate(&self, key: &Key<'_>) -> Result<Estimate, ModelError> {
        Ok(self.sources.figure(key)?.estimate())
    }

    /// A count as it is printed, as a control of `years`.
    fn count(&self, key: &Key<'_>, years: Years) -> Result<Control, ModelError> {
        self.control(key, years, Estimate::exactly(1.0))
    }

    /// A count scaled by `factor`, as a control of `years`, with the words for how.
    fn scaled(
        &self,
        key: &Key<'_>,
        (years, factor): (Years, Estimate),
        words: (&str, &str),
    ) -> Result<Control, ModelError> {
        let interval = (self.estimate(key)? * factor).interval();
        let control = self.control(key, years, factor)?;
        Ok(control.derived(DerivedBy::Scaled, Some(interval), words))
    }

    fn control(
        &self,
        key: &Key<'_>,
        years: Years,
        factor: Estimate,
    ) -> Result<Control, ModelError> {
        let figure = self.sources.figure(key)?;
        let place = Place::named(self.sources, &figure.region)?;
        let measure = Measure::Count(Scope::new(years, place));
        let asked = figure.value * factor.at;
        Ok(Control::new(ControlKind::Soft, measure, asked, figure))
    }

    /// Recipients of the years up to and with `year`, 0 being 2020; 2023 is not among them.
    fn recipients_to(&self, year: usize) -> Estimate {
        Estimate::exactly(f64::from(self.national.years[..=year].iter().sum::<u32>()))
    }

    /// Counts of 2020 and a part of 2021, scaled as the nation grew to the end of 2021.
    fn to_the_end_of_2021(&self) -> Result<Vec<Control>, ModelError> {
        let end = self.recipients_to(1);
        let at_19 = Some(end / self.estimate(&Key::nation(BATCH_19, "recipients", TOTAL))?);
        let batches_12_to_21 =
            Key::nation("2021 batches 12-21 (to 2021-10-12)", "recipients", TOTAL);
        let at_21 = Some(end / (self.recipients_to(0) + self.estimate(&batches_12_to_21)?));
        // Batch 22 is the last of 2021.
        let at_22 = None;
        let rows = [
            ("Sumatera Utara", BATCH_19, at_19),
            ("Kota Medan", BATCH_19, at_19),
            ("Nusa Tenggara Barat", BATCH_21, at_21),
            ("Kabupaten Lombok Tengah", BATCH_21, at_21),
            ("Kota Mataram", BATCH_21, at_21),
            ("Jawa Barat", BATCH_22, at_22),
            ("Kabupaten Bandung", BATCH_22, at_22),
            ("Kabupaten Bekasi", BATCH_22, at_22),
            ("Kabupaten Bogor", BATCH_22, at_22),
            ("Kabupaten Garut", BATCH_22, at_22),
            ("Kota Bandung", BATCH_22, at_22),
            ("Kota Bekasi", BATCH_22, at_22),
            ("Kota Depok", BATCH_22, at_22),
        ];
        let controls = rows.into_iter().map(|(region, period, factor)| {
            let key = Key::of(region, period, "recipients", TOTAL);
            let Some(factor) = factor else {
                return self.count(&key, Years::TO_2021);
            };
            let words = (
                "diskalakan seperti jumlah nasional hingga akhir 2021",
                "scaled as the national count grew to the end of 2021",
            );
            self.scaled(&key, (Years::TO_2021, factor), words)
        });
        controls.collect()
    }

    fn to_the_end_of_2022(&self) -> Result<Vec<Control>, ModelError> {
        let end = self.recipients_to(2);
        let november = Key::nation("2020 to 2022-11-23", "recipients", TOTAL);
        let aceh = Key::of("Aceh", "2020 to 2022-11-23", "recipients", TOTAL);
        let bengkulu = Key::of("Bengkulu", "2020 to 2022-03-17", "recipients", TOTAL);
        Ok(vec![
            self.scaled(
                &aceh,
                (Years::TO_2022, end / self.estimate(&november)?),
                (
                    "diskalakan seperti jumlah nasional hingga akhir 2022",
                    "scaled as the national count grew to the end of 2022",
                ),
            )?,
            self.scaled(
                &bengkulu,
                (Years::TO_2022, end / self.march_2022()?),
                (
                    "diskalakan ke akhir 2022; jumlah nasional 17 Maret diinterpolasi antara awal tahun dan 18 Juni",
                    "scaled to the end of 2022; the national count of 17 March interpolated between the start of the year and 18 June",
                ),
            )?,
            self.count(&KALSEL_TO_2022, Years::TO_2022)?,
        ])
    }

    /// The nation's count on 17 March 2022: between the last batch of 2021 and the count published
    /// on 18 June, by days.
    fn march_2022(&self) -> Result<Estimate, ModelError> {
        const MARCH_17: f64 = 76.0;
        const JUNE_18: f64 = 169.0;
        let june = Key::nation("cumulative to 2022-06-18", "recipients", TOTAL);
        let start = self.recipients_to(1);
        let days = Estimate::exactly(MARCH_17) / Estimate::exactly(JUNE_18);
        Ok(start + (self.estimate(&june)? - start) * days)
    }

    fn in_2023(&self) -> Result<Vec<Control>, ModelError> {
        let year = self.national.year_estimates[3];
        let factor = year / self.estimate(&Key::nation(MAY_2023, "recipients", TOTAL))?;
        let june = "2023 (to 2023-06-16)";
        let mut controls = vec![self.count(&KALSEL_2023, Years::Y2023)?];
        for key in [
            Key::of("Jawa Barat", june, "recipients", "total set by decree (SK)"),
            Key::of("Papua", MAY_2023, "recipients", TOTAL).by("Liputan6"),
            Key::of("Papua Barat", MAY_2023, "recipients", TOTAL),
        ] {
            let words = (
                "dari 390.000 nasional per 31 Mei, diskalakan ke akhir 2023",
                "of the 390,000 of the nation by 31 May, scaled to the end of 2023",
            );
            controls.push(self.scaled(&key, (Years::Y2023, factor), words)?);
        }
        Ok(controls)
    }

    /// Gross counts of 2020 as parts of their province's gross count.
    fn parts_of_a_province(&self, provinces: &[Province<'_>]) -> Result<Vec<Control>, ModelError> {
        let gross = "total, gross (passed selection)";
        let batch_9 = "2020 batches 1-9";
        let mut controls = Vec::new();
        for (province, period, category) in [
            ("Jawa Tengah", JATENG_2020, gross),
            ("Bengkulu", batch_9, "total, gross"),
        ] {
            let whole = self.estimate(&Key::of(province, period, "recipients", category))?;
            let code = self.sources.province_2020(province)?;
            let of_2020 = provinces.iter().find(|known| known.code == code);
            let net = of_2020.map_or(0.0, |known| f64::from(known.in_2020));
            let factor = Estimate::exactly(net) / whole;
            let parts = self
                .sources
                .all(Key::of("", period, "recipients", category));
            for part in parts.filter(|part| self.sources.region(&part.region).is_ok()) {
                let key = Key::of(&part.region, period, "recipients", category);
                let words = (
                    "angka bruto, sebagai bagian dari provinsinya",
                    "gross count, as a part of its province's",
                );
                controls.push(self.scaled(&key, (Years::Y2020, factor), words)?);
            }
        }
        Ok(controls)
    }
}

#[cfg(test)]
mod tests {
    use super::super::layout::RegionIx;
    use super::*;
    use crate::model::provinces::provinces;
    use crate::model::sources::tests::shipped;

    #[track_caller]
    fn check(name: &str, years: Years, expected: f64) {
        let sources = shipped();
        let national = National::new(&sources).unwrap();
        let provinces = provinces(&sources, national.years[0], national.whole).unwrap();
        let controls = controls(&sources, &national, &provinces).unwrap();
        let scope = Scope::new(years, Place::named(&sources, name).unwrap());
        let of_scope = |it: &&Control| it.measure == Measure::Count(scope.clone());
        let found: Vec<f64> = controls
            .iter()
            .filter(of_scope)
            .map(|it| it.asked)
            .collect();
        assert_eq!(found.len(), 1);
        assert!((found[0] - expected).abs() < 0.5, "{found:?}");
    }

    #[test]
    fn counts_are_brought_to_the_end_of_their_year() {
        // 398,138 x 11,441,922 / 10,081,935
        check("Sumatera Utara", Years::TO_2021, 451_844.2);
        // 29,416 x 11,441,922 / (5,509,055 + 5,910,462)
        check("Kota Mataram", Years::TO_2021, 29_473.7);
        check("Kabupaten Bogor", Years::TO_2021, 190_796.0);
        // 440,000 x 16,426,712 / 16,400,000
        check("Aceh", Years::TO_2022, 440_716.7);
        // 284 x 1,073,288 / 390,000
        check("Papua", Years::Y2023, 781.6);
        check("Kalimantan Selatan", Years::Y2023, 6_126.0);
    }

    /// The ten parts of Bengkulu to batch 9 are all of its 71,243.
    #[test]
    fn parts_of_a_province_keep_its_net_count() {
        let sources = shipped();
        let national = National::new(&sources).unwrap();
        let provinces = provinces(&sources, national.years[0], national.whole).unwrap();
        let code = sources.province_2020("Bengkulu").unwrap();
        let local = Local {
            sources: &sources,
            national: &national,
        };
        let parts = local.parts_of_a_province(&provinces).unwrap();
        let within = |it: &&Control| {
            let mut regions = sources.regions().iter().enumerate();
            regions.any(|(at, region)| {
                region.province_2020() == code
                    && it.measure.scope().place == Place::Region(RegionIx(at))
            })
        };
        let sum: f64 = parts.iter().filter(within).map(|it| it.asked).sum();
        let province = provinces.iter().find(|it| it.code == code).unwrap();
        assert!((sum - f64::from(province.in_2020)).abs() < 1e-6);
        assert_eq!(parts.len(), 18);
    }
}
