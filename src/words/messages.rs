//! The messages every language has.

use super::{NumberForm, Plural, PluralRule};

macro_rules! messages {
    (
        $($(#[$doc:meta])* $name:ident),*;
        counted: $($(#[$counted_doc:meta])* $counted:ident),* $(,)?
    ) => {
        /// The words of one language. In braces stands what [`interpolate`](super::interpolate()) puts in.
        #[derive(Debug)]
        pub struct Messages {
            /// How numbers are written.
            pub numbers: NumberForm,
            /// Which number takes which variant of a message that counts.
            pub plurals: PluralRule,
            $($(#[$doc])* pub $name: &'static str,)*
            $($(#[$counted_doc])* pub $counted: Plural,)*
        }

        /// How many messages a language has.
        const COUNT: usize = [$(stringify!($name),)* $(stringify!($counted)),*].len();

        impl Messages {
            /// The words as the page loads them, which carries none itself: how numbers are written
            /// (between groups of digits, before the decimals), counted by, and parted from the sign of
            /// their unit, and what stands beside signs, then one message a line.
            #[must_use]
            pub fn to_language_file(&self) -> String {
                let NumberForm { group, decimal, before_sign, mark } = self.numbers;
                let keys = String::from_iter([group, decimal, self.plurals.key()]);
                let numbers = [&keys, before_sign, "|", mark].concat();
                [&*numbers, $(self.$name,)* $(self.$counted.0),*].join("\n")
            }

            /// No words yet.
            const BLANK: Self = Self {
                numbers: NumberForm { group: ' ', decimal: ' ', before_sign: "", mark: "" },
                plurals: PluralRule::Uniform,
                $($name: "",)*
                $($counted: Plural(""),)*
            };

            /// Reads [`Messages::to_language_file`]; `None` where it is of another build.
            ///
            /// One line after the other is put into its place: a message by itself, as a pattern or a
            /// literal has it, cost the page 4 kB in brotli.
            #[must_use]
            pub fn from_language_file(sheet: &'static str) -> Option<Self> {
                let (numbers, words) = sheet.split_once('\n')?;
                let mut keys = numbers.chars();
                let mut messages = Self::BLANK;
                messages.numbers.group = keys.next()?;
                messages.numbers.decimal = keys.next()?;
                messages.plurals = PluralRule::from_key(keys.next()?)?;
                (messages.numbers.before_sign, messages.numbers.mark) =
                    keys.as_str().split_once('|')?;
                let texts: [&mut &'static str; COUNT] =
                    [$(&mut messages.$name,)* $(&mut messages.$counted.0),*];
                let mut lines = words.split('\n');
                for text in texts {
                    *text = lines.next()?;
                }
                lines.next().is_none().then_some(messages)
            }
        }

        #[cfg(test)]
        impl Messages {
            /// Every message that does not count, with its name.
            pub(super) fn plain(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($name), self.$name),)*]
            }

            /// Every message that counts, with its name.
            pub(super) fn counted(&self) -> Vec<(&'static str, Plural)> {
                vec![$((stringify!($counted), self.$counted),)*]
            }
        }
    };
}

messages! {
    /// Code of the language (BCP 47).
    code,
    /// Name of the language in itself.
    name,
    /// "Skip to the figures".
    skip,
    /// The datasets of the site.
    datasets,
    /// What the page is for.
    tagline,
    /// Label of the choice of language.
    language,
    /// While the page's data comes.
    loading,
    /// `{done}` and `{all}` in kB.
    progress,
    /// Nothing came for 10 s.
    stalled,
    /// The button that tries again.
    retry,
    /// The button that loads the page anew.
    reload,
    /// `{file}` could not be loaded.
    fault,
    /// The server answered `{status}`.
    fault_status,
    /// The connection broke.
    fault_network,
    /// Nothing came for 60 s.
    fault_timeout,
    /// The checksum differs.
    fault_hash,
    /// The file is broken: `{message}`.
    fault_format,
    /// The site has no dataset `{id}`, only `{others}`.
    fault_dataset,
    /// No HTML but data was expected.
    fault_html,
    /// The program of the page did not start.
    not_started,
    /// The way out: totals of every region.
    regions_csv,
    /// Label of the search.
    search,
    /// What to type.
    search_hint,
    /// `{query}` was not found.
    search_none,
    /// What the keys do with the place that is marked among those found.
    search_keys,
    /// The whole, where a dataset has no name for it.
    whole,
    /// Label of the places in focus and above it.
    focus,
    /// Before a place in a sentence: "in {place}".
    at_place,
    /// Heading of the filters.
    filters,
    /// Lets go of everything.
    clear_all,
    /// Lets go of `{axis}`.
    clear,
    /// Leads past the head of the page to the filters.
    skip_filters,
    /// Name of the links past the head of the page.
    skips,
    /// Leads past the head of the page to the table.
    skip_table,
    /// Opens the system's own way to share.
    share_system,
    /// Name of the list of what is chosen.
    chips,
    /// Says what the button of a choice does: `{choice}`.
    chip_remove,
    /// Where nothing is chosen.
    no_filter,
    /// Opens the filters where they are out of sight: `{n}` are set.
    filters_open,
    /// Closes them.
    filters_close,
    /// Heads the filters by groups of places.
    filter_where,
    /// Name of the menu where there is little room.
    menu,
    /// Prints the page.
    print,
    /// Opens what the figure rests on.
    why,
    /// The row of all rows together.
    total,
    /// The same, where some are chosen of the rows.
    total_chosen,
    /// The same, where a search hides some of the rows.
    total_unsearched,
    /// Before what the numbers of a file count.
    unit,
    /// Head of a column of a file with flags and reasons of blanks.
    col_status,
    /// Head of a column of a file that says how sure its numbers are.
    col_basis,
    /// Which rows of a long table are shown: `{first}`, `{last}` of `{n}`.
    rows_page,
    /// Turns a page of a long table back.
    rows_before,
    /// Turns a page of a long table on.
    rows_after,
    /// Label of the choice of what the rows of the table are.
    rows_by,
    /// Before the choice of what a share is a share of.
    share_of,
    /// A share of everyone of the same place and period.
    share_everyone,
    /// Opens the citations.
    cite_menu,
    /// How to use the filters.
    filters_hint,
    /// What the mark behind a bar is.
    behind,
    /// What the mark behind a bar says to a screen reader: `{behind}`.
    bar,
    /// "All" of a dimension.
    all,
    /// Label of the tabs.
    stage,
    /// The overview.
    tab_map,
    /// The first tab where there is no map.
    tab_overview,
    /// The table.
    tab_table,
    /// About the data.
    tab_about,
    /// Label of the quantities.
    quantity,
    /// People.
    as_count,
    /// Part of all people of the place.
    as_share,
    /// The name of the rate: `{per}`, `{noun}`.
    as_rate,
    /// The name of the rate per hundred: `{noun}`.
    as_percent,
    /// What a rate is of where its denominator does not say.
    inhabitants,
    /// Rate over the whole's, times 100.
    as_index,
    /// What `share` means.
    note_share,
    /// The share of those chosen, of the dimension `{axis}`.
    as_share_of,
    /// How a share of those chosen, of `{axis}`, is to be read.
    note_share_of,
    /// What `rate` means: `{rate}` its name, `{denominator}`.
    note_rate,
    /// What `index` means: `{rate}`, `{whole}`.
    note_index,
    /// Label of the levels.
    level,
    /// Heading of the ranked bars, `{level}`.
    ranking,
    /// That only the largest are ranked as bars: `{shown}` `{of}` all.
    ranking_first,
    /// Heading and caption of the table: `{noun}`, `{level}`, `{period}`.
    table,
    /// How the table is ordered: `{column}`.
    table_hint,
    /// Code column.
    col_code,
    /// Name column.
    col_name,
    /// Share column.
    col_share,
    /// A modelled figure.
    estimate,
    /// What stands by the estimates.
    estimate_why,
    /// The mark ●.
    sure_published,
    /// The mark ● of what was worked out from published figures of the place.
    sure_derived,
    /// The mark ◐ of what was estimated from other figures of the same place.
    sure_estimated,
    /// The mark ◐, where the total is of several larger areas.
    sure_shared,
    /// The mark ◐: the total is of `{name}`, a group of places or the whole.
    sure_shared_of,
    /// The mark ○, where the pattern is of several.
    sure_pattern,
    /// The mark ○: the pattern is of `{name}`.
    sure_pattern_of,
    /// A mark with its meaning: `{symbol}`, `{text}`.
    sure_line,
    /// What the count of a place rests on: `{place}` its own figure.
    basis_own,
    /// The count of a place is estimated from other figures of its own: `{place}`.
    basis_estimated,
    /// The count follows population within `{group}`.
    basis_group,
    /// The count follows the whole (`{whole}`).
    basis_all,
    /// The distributions `{dimensions}` of `{place}` repeat those of `{name}`.
    basis_pattern,
    /// The same, where figures of several periods are added.
    basis_pattern_periods,
    /// No one has published the dimensions `{dimensions}` together.
    basis_cross,
    /// Several places, in the place of a name.
    basis_these,
    /// Several groups of places, in the place of a name.
    basis_groups,
    /// Heads how a figure came about.
    derivation,
    /// Names the list of the figures whose derivation can be asked for.
    derivation_of,
    /// The figure of the view, in that list.
    derivation_own,
    /// Where the figure that a link asks of is none of the dataset.
    derivation_unknown,
    /// Before the same as a paragraph.
    derivation_text,
    /// Copies the paragraph.
    derivation_copy,
    /// Before the command that gives the figure again.
    derivation_command,
    /// Heads what was printed.
    step_printed,
    /// Heads what was derived from it.
    step_derived,
    /// Heads how the file is read.
    step_read,
    /// Heads what was added up.
    step_added,
    /// Heads what was divided.
    step_divided,
    /// Heads the figure that is shown.
    step_shown,
    /// Stands for `{n}` more printed figures.
    step_more,
    /// What part of `{whole}` of `{name}` was shared out to `{place}`: `{share}`.
    step_part_of,
    /// How many of all at a place are in periods of which no count was published: `{part}`, `{whole}`, `{place}`.
    step_filled_in,
    /// The share of `{place}`, `{own}`, beside that of `{name}`, `{share}`, whose pattern it repeats.
    step_repeats,
    /// How far `{n}` known figures were off that were left out of the model: `{median}`, `{most}` of nine of ten.
    step_error,
    /// The same in short, beside the mark of a figure: `{median}`.
    off_by,
    /// What the rounding of the printed figures leaves open: `{low}`, `{high}`.
    step_within,
    /// The same where more than what was printed went into it.
    step_within_assumed,
    /// Stands for `{n}` more parts of a sum.
    step_rest,
    /// A lower bound: `{n}`.
    at_least,
    /// A number known nearly: `{n}`.
    about_number,
    /// A modelled number as a sentence says it: `{n}`, of two digits.
    about_prose,
    /// A number between two: `{low}`, `{high}`.
    bounds,
    /// Not there.
    missing,
    /// A quotient of which what it is divided by is nothing, or not known.
    no_base,
    /// Kept back.
    suppressed,
    /// Figures that may not be added.
    not_additive,
    /// A sum beyond every number that can be written.
    too_large,
    /// How a dimension of one category is read: `{axis}`, `{category}`.
    read_single,
    /// A published total stands for all: `{axis}`, `{category}`, `{why}`.
    read_total,
    /// The latest period: `{axis}`, `{category}`.
    read_latest,
    /// No figure for all: `{axis}`, `{why}`.
    read_each,
    /// Several categories of `{axis}` are chosen and not added.
    read_side_by_side,
    /// Those chosen of `{axis}` are added, and what is printed for them differs a little.
    read_about,
    /// Of several chosen, one stands for all: `{axis}`, `{category}`.
    read_last,
    /// Heading of how the figure is read.
    read_heading,
    /// The sentence of a view without a figure for all.
    headline_none,
    /// The statuses of the figure: `{flags}`.
    flags,
    /// Of the cells behind the figure some are suppressed: `{n}`, `{all}`, `{symbols}`.
    cells_hidden,
    /// Of the cells behind the figure some are missing: `{n}`, `{all}`.
    cells_missing,
    /// What the letters after figures mean: `{flags}`.
    flag_letters,
    /// The time within a period that the figures speak of: `{text}`.
    reference_period,
    /// Status E.
    flag_estimated,
    /// Status P.
    flag_provisional,
    /// Status B.
    flag_break,
    /// Status F.
    flag_forecast,
    /// Status I.
    flag_imputed,
    /// Status D.
    flag_definition,
    /// Status U.
    flag_unreliable,
    /// Status R.
    flag_revised,
    /// The publisher says so.
    why_declared,
    /// A total by name that lies between the others.
    why_mean,
    /// A total by name alone.
    why_named,
    /// Measures are not added.
    why_measure,
    /// A group of countries or the world.
    why_aggregate,
    /// The first with a figure.
    why_first,
    /// Bands that follow each other.
    why_bands,
    /// The two sexes.
    why_sexes,
    /// Codes of places of one level.
    why_codes,
    /// Shapes on the map that do not overlap.
    why_disjoint,
    /// Adding is not allowed.
    why_forbidden,
    /// Rates are not added.
    why_rates,
    /// Nothing says that the figures are counts.
    why_no_counts,
    /// The categories may overlap.
    why_overlap,
    /// Nothing is selected: what to do.
    nothing,
    /// Copies the link.
    copy_link,
    /// The link is copied.
    copied,
    /// The link could not be copied: `{link}`.
    copy_failed,
    /// Closes a notice.
    dismiss,
    /// Heading of the notices.
    notices,
    /// Key `{key}` is unknown.
    n_key,
    /// `{axis}` has no `{code}`.
    n_code,
    /// Range `{range}` of `{axis}` is empty.
    n_range,
    /// `{key}` does not take `{value}`.
    n_value,
    /// No place `{place}`.
    n_place,
    /// The place in focus stands, not the filter of `{axis}`.
    n_place_first,
    /// `{quantity}` needs a denominator.
    n_denominator,
    /// Release `{release}` is not there.
    n_release,
    /// Release `{release}` was withdrawn on `{date}` because of `{reason}`.
    n_withdrawn,
    /// Dataset `{dataset}` is not there.
    n_dataset,
    /// Language `{lang}` is not there.
    n_language,
    /// `{axis}` shows one at a time.
    n_one,
    /// About: what is published and what is modelled.
    about_what,
    /// About: the figures are modelled.
    about_modelled,
    /// About: the figures are as published.
    about_counted,
    /// About: method.
    about_method,
    /// About: controls.
    about_controls,
    /// About: how to read the controls; `{hard}`, `{soft}`, `{check}` are counted.
    about_controls_hint,
    /// About: what was printed.
    about_published,
    /// About: what was derived from the printed figure.
    about_derived,
    /// About: what the cube gives.
    about_reached,
    /// About: the distance.
    about_distance,
    /// About: the kind.
    about_kind,
    /// About: the figure.
    about_figure,
    /// About: the source.
    about_source,
    /// Hard control.
    about_hard,
    /// Soft control.
    about_soft,
    /// Compared only.
    about_check,
    /// About: conflicts.
    about_conflicts,
    /// About: notes.
    about_notes,
    /// About: licences.
    about_licences,
    /// Instead of the licence of the figures, where their publisher names none.
    about_licence_none,
    /// Of the figures: `{licence}`.
    about_licence_figures,
    /// Of the borders on the map, as their `{credit}` says.
    about_licence_borders,
    /// Of the program of the page: `{licence}`.
    about_licence_program,
    /// Whom to ask.
    about_contact,
    /// When the next release is due.
    about_next_update,
    /// About: release and date, `{release}`, `{date}`.
    about_release,
    /// About: denominators.
    about_denominators,
    /// About: dimensions and their categories.
    about_dimensions,
    /// "everyone", for a control without a choice.
    everyone,
    /// The map of `{caption}`.
    map,
    /// While nothing is pointed at.
    map_hint,
    /// What looks at the place that is pointed at.
    look,
    /// How the map is walked by keys.
    map_keys,
    /// What opens the classes of the map.
    map_settings,
    /// Label of the choice of the form of the map.
    map_form,
    /// Areas as they are.
    form_geo,
    /// Every region a tile of one size.
    form_tile,
    /// Label of the choice of method.
    class_method,
    /// As many places in each class.
    class_quantile,
    /// Classes of one width.
    class_equal,
    /// Natural breaks.
    class_natural,
    /// Label of the choice of the number of classes.
    class_count,
    /// Label of what the classes are taken over.
    classes_of,
    /// Over the places in view.
    classes_view,
    /// Over all places.
    classes_all,
    /// Over all places in every period.
    classes_fixed,
    /// The button that shows less, larger.
    zoom_in,
    /// The button that shows more, smaller.
    zoom_out,
    /// The button that shows the whole.
    zoom_whole,
    /// Shows what lies to the left of the part of the map.
    pan_left,
    /// Shows what lies above it.
    pan_up,
    /// Shows what lies below it.
    pan_down,
    /// Shows what lies to the right of it.
    pan_right,
    /// Label of the legend; `{quantity}` is drawn.
    legend,
    /// Nobody, or nothing.
    fill_zero,
    /// What only repeats the pattern of groups of places, of which `{grouping}` tells.
    fill_by,
    /// What only repeats the pattern of `{name}`.
    fill_pattern,
    /// Stands in the place of a rank.
    no_rank,
    /// What is only known to be at least so much, or may not be added.
    fill_open,
    /// What a dashed edge on the map means.
    fill_between,
    /// The rank of a place.
    rank,
    /// The rank of a place among those of published numbers.
    rank_published,
    /// A count follows population.
    map_population,
    /// The button that takes a note away.
    understood,
    /// The button that shows rates instead: `{rate}`.
    map_rate,
    /// From the lowest to the highest.
    map_range,
    /// All of one figure.
    map_same,
    /// The highest places.
    map_highest,
    /// The same of the places whose numbers are published.
    map_highest_published,
    /// The place in focus.
    map_focus,
    /// Nothing has a class.
    map_none,
    /// While the borders come.
    map_loading,
    /// The borders did not come; the rest stands.
    map_missing,
    /// Leads from an embed to the page.
    open_full,
    /// Source line.
    source,
    /// The light and dark of the page.
    privacy,
    /// Opens the dialog for partners.
    embed,
    /// Title of that dialog.
    embed_title,
    /// Label of the choice of form.
    embed_form,
    /// The custom element.
    embed_element,
    /// The frame.
    embed_frame,
    /// The picture.
    embed_picture,
    /// Label of the choice of parts.
    embed_parts,
    /// The whole page.
    embed_whole,
    /// The legend as a part.
    embed_legend,
    /// What stands in every frame.
    embed_always,
    /// Label of the choice of colours.
    theme,
    /// As the system has it.
    theme_auto,
    /// Dark on light.
    theme_light,
    /// Light on dark.
    theme_dark,
    /// More contrast.
    theme_contrast,
    /// Label of what readers may not change.
    embed_lock,
    /// Label of the width.
    embed_width,
    /// Label of the height.
    embed_height,
    /// Name of the preview.
    embed_preview,
    /// Label of the code.
    embed_code,
    /// Copies the code.
    embed_copy,
    /// The code is copied.
    embed_copied,
    /// The code could not be copied.
    embed_not_copied,
    /// Draws the picture.
    picture_make,
    /// While it is drawn.
    picture_waits,
    /// Saves the picture as `{file}`.
    picture_save,
    /// What to do with it.
    picture_place,
    /// It could not be drawn: `{message}`.
    picture_failed,
    /// Closes a dialog.
    close,
    /// Opens the dialog of downloads and citations.
    takeaway,
    /// Title of that dialog.
    takeaway_title,
    /// What is taken of this view.
    takeaway_view,
    /// What is taken of everything.
    takeaway_all,
    /// The figures as a table.
    file_csv,
    /// The table as CSV for a spreadsheet.
    file_excel,
    /// The table as a workbook.
    file_xlsx,
    /// Every cell of the dataset as a file.
    file_cells,
    /// The cells for other tools.
    file_json,
    /// The map as a picture.
    file_svg,
    /// The map as a picture of pixels.
    file_png,
    /// While `{file}` is made.
    file_waits,
    /// `{file}` is saved.
    file_saved,
    /// A file could not be made: `{message}`.
    file_failed,
    /// Citations.
    cite,
    /// In a line.
    cite_short,
    /// In full.
    cite_long,
    /// Copies a citation of the kind `{kind}`.
    cite_copy,
    /// It is copied.
    cite_copied,
    /// The day of access follows.
    accessed,
    /// Opens the system's way of sharing.
    share,
    /// The tab of the trend.
    tab_trend,
    /// Title of the trend: `{noun}`, `{place}`, empty in a dataset without places, `{quantity}`.
    trend,
    /// A place more than are compared: `{place}`.
    n_places,
    /// Compares the place in focus `{place}` with those looked at next.
    compare,
    /// What keeps a place for a comparison, where its name stands beside it.
    compare_short,
    /// What opens the places next door.
    neighbours,
    /// No longer compares `{place}`.
    compare_not,
    /// A way out of a selection without figures: without `{choice}` there are `{figure}`.
    relaxation,
    /// So many places of a map (`{n}` of `{all}`) only repeat a pattern.
    dead_end,
    /// Shows the places of another `{level}`.
    show_level,
    /// Shows another `{quantity}`.
    show_quantity,
    /// Lets go of a `{choice}`.
    let_go,
    /// All filters, as a choice to let go of.
    clear_all_choice,
    /// Label of the search of the table.
    table_search,
    /// Sentence and link for a messenger.
    messenger,
    /// The published figures.
    tab_facts,
    /// Caption of every published figure.
    facts_all,
    /// Caption of the published figures of `{places}`.
    facts_of,
    /// Nothing was published about `{place}`.
    facts_nothing,
    /// What stands beside the published figures.
    facts_hint,
    /// Another source prints the same: `{publisher}`.
    facts_same,
    /// Another source prints something else: `{publisher}`, `{value}`.
    facts_other,
    /// While the published figures come.
    facts_loading,
    /// The published figures cannot be shown.
    facts_missing,
    /// While the code of a part of the page comes.
    part_loading,
    /// The code of a part of the page did not come.
    part_missing,
    /// A number above a base: `{by}`, `{base}`.
    more,
    /// A number below a base: `{by}`, `{base}`.
    less,
    /// A number as large as a base: `{base}`.
    as_much,
    /// Two that may be either way round: `{base}`.
    more_or_less,
    /// Label of the choice of a base period.
    change_from,
    /// No base period.
    change_none,
    /// Label of the choice of a dimension across the columns.
    cols,
    /// No dimension across the columns.
    cols_none,
    /// Title of the places compared: `{noun}`, `{place}`, `{quantity}`, `{period}`.
    compared,
    /// How another place is put beside the ones kept.
    compare_hint,
    /// A number too large for the scale of the others.
    not_to_scale,
    /// Heading of the shares of the places compared.
    compared_people,
    /// How the trend is used.
    trend_hint,
    /// A view as a sentence: `{figure}` of `{noun}`, `{chosen}`, `{where}`, `{period}`.
    headline,
    /// The same, where there is a reason in place of the `{figure}`.
    headline_blank,
    /// A first fact after the `{headline}`: `{share}`, of whom (`{phrase}`), and a `{note}`.
    headline_fact,
    /// The headline of another quantity than the count: `{figure}`, what it is (`{quantity}`), then as
    /// the other.
    headline_quantity,
    /// What a share is of, after it: all of the `{noun}`.
    of_everyone,
    /// What a share of those chosen is of, after it: `{axis}`.
    of_those_chosen,
    /// What an index is, after it: the `{whole}` is 100.
    index_of,
    /// A `{change}` `{from}` one period `{to}` another.
    change_between,
    /// The `{headline}` with its mark in words, `{note}`.
    headline_marked,
    /// A further fact after the `{headline}`.
    headline_more,
    /// A figure of what is counted: `{figure}`, `{noun}`.
    figure_of,
    /// What is counted of whom: `{noun}`, `{chosen}`.
    counted,
    /// What is counted, and by what: `{counted}`, `{quantity}`.
    counted_as,
    /// A text with a note after it: `{text}`, `{note}`.
    noted,
    /// A note that stands by itself: `{note}`.
    aside,
    /// A text under a label: `{label}`, `{text}`.
    labelled,
    /// A list (`{list}`) and one `{item}` more.
    list,
    /// The same of items that have commas of their own.
    list_apart,
    /// The same of items that have commas and semicolons of their own.
    list_stops,
    /// The one (`{list}`) or the other (`{item}`).
    or_two,
    /// More than one (`{list}`), or the last (`{item}`).
    or_last,
    /// A `{text}` as a sentence.
    sentence,
    /// From a `{first}` to a `{last}`.
    range,
    /// From a `{first}` to a `{last}` period, of names without a dash, which keeps the two together.
    periods,
    /// From a period to another: `{from}`, `{to}`.
    change,
    /// One place: `{place}`, `{value}`, `{share}`, `{mark}`, `{rank}`, `{estimate}`.
    place_line,
    /// A `{place}` within its `{group}`.
    within,
    /// A `{share}` of all of the `{noun}` of a place.
    share_there,
    /// A rate in a sentence: its `{number}`, then the name of the `{rate}`.
    rate_text,
    /// An `{index}`, in a sentence.
    index_text,
    /// A table (`{caption}`) with the categories of `{axis}` across its columns: `{quantity}`.
    table_across,
    /// The `{figures}` of a `{place}` over time.
    trend_line,
    /// The `{figure}` of a `{period}`.
    trend_point;
    counted:
    /// How many places are found.
    search_found,
    /// Before how many `{regions}`, in a sentence.
    at_regions,
    /// How many are chosen.
    chosen,
    /// Rows of a table.
    rows,
    /// How many places a class has.
    legend_places,
    /// What the stripes on the map mean, and of how many places: `{n}`.
    fill_shared,
    /// Places without a figure, or only the pattern: `{why}`.
    map_gaps,
    /// One category in place of all `{n}`: `{axis}`, `{category}`, `{why}`.
    read_one,
    /// `{n}` categories are added up: `{axis}`, `{why}`.
    read_sum,
    /// A sum of `{n}` parts in `{rows}` of `{compared}` rows.
    why_equal,
    /// Nearly a sum of `{n}` parts in `{rows}` of `{compared}` rows.
    why_near,
    /// So many cells of the file.
    step_cells,
    /// Percentage points.
    points,
    /// So many bytes came instead of `{expected}`.
    fault_size,
    /// So many figures are met exactly.
    about_hard_n,
    /// So many more are approached.
    about_soft_n,
    /// So many more are only compared.
    about_check_n,
}
