//! How an embed looks.
use leptos::prelude::*;

use super::checkbox::Checkbox;
use super::embed_choices::EmbedChoices;
use super::page::page;
use super::radio::Radio;
use super::select::Options;
use super::wording::Message;
use crate::embed::{Form, ThemeChoice};

/// Form, parts, language, colours, locks and size.
#[component]
pub(super) fn EmbedLooks(choices: RwSignal<EmbedChoices>) -> impl IntoView {
    let page = page();
    let form = Memo::new(move |_| choices.with(|choices| choices.form));
    let forms = Form::ALL.into_iter().map(|of| {
        let name: Message = match of {
            Form::Element => |words| words.embed_element,
            Form::Frame => |words| words.embed_frame,
            Form::Picture => |words| words.embed_picture,
        };
        view! {
            <Radio
                group="form"
                checked=move || form.get() == of
                on_choose=move || choices.update(|choices| choices.form = of)
            >
                {move || name(page.words())}
            </Radio>
        }
    });
    view! {
        <fieldset class="as">
            <legend>{page.message(|words| words.embed_form)}</legend>
            {forms.collect_view()}
        </fieldset>
        <Show when=move || form.get() != Form::Picture>
            <Parts choices />
            <p class="quiet">{page.message(|words| words.embed_always)}</p>
            <Locks choices />
        </Show>
        <div class="choices">
            <Language choices /> " " <Theme choices /> " "
            <Show when=move || form.get() != Form::Element>
                <Size
                    choices
                    name=|words| words.embed_width
                    of=|choices| choices.width_px
                    set=|choices, px| choices.width_px = px
                />
            </Show> " "
            <Show when=move || form.get() == Form::Frame>
                <Size
                    choices
                    name=|words| words.embed_height
                    of=EmbedChoices::height_px
                    set=|choices, px| choices.typed_px = Some(px)
                />
            </Show>
        </div>
    }
}

/// The parts of the page that are shown.
#[component]
fn Parts(choices: RwSignal<EmbedChoices>) -> impl IntoView {
    /// A part, and where it is chosen.
    type Part = (Message, fn(&mut EmbedChoices) -> &mut bool);
    let page = page();
    let parts: [Part; 3] = [
        (|words| words.embed_whole, |choices| &mut choices.is_full),
        (|words| words.filters, |choices| &mut choices.has_filters),
        (
            |words| words.embed_legend,
            |choices| &mut choices.has_legend,
        ),
    ];
    let parts = parts.map(|(name, of)| {
        view! {
            <Checkbox
                checked=move || *of(&mut choices.get())
                on_toggle=move || choices.update(|choices| *of(choices) = !*of(choices))
            >
                {move || name(page.words())}
            </Checkbox>
        }
    });
    view! {
        <fieldset class="as">
            <legend>{page.message(|words| words.embed_parts)}</legend>
            {Vec::from(parts)}
        </fieldset>
    }
}

/// The dimensions that readers may not change.
#[component]
fn Locks(choices: RwSignal<EmbedChoices>) -> impl IntoView {
    let page = page();
    let cube = page.cube();
    let axes = cube.axes().filter(|axis| axis.grouping().is_none());
    let locks = axes.map(|axis| {
        let id = StoredValue::new(cube.axis_id(axis).to_string());
        let is_locked = move || {
            let choices = choices.read();
            id.with_value(|id| choices.locked.contains(id))
        };
        let toggle = move || choices.update(|choices| choices.toggle_lock(&id.read_value()));
        view! {
            <Checkbox checked=is_locked on_toggle=toggle>
                {move || page.cube().axis_label(axis).in_lang(page.words().code).to_owned()}
            </Checkbox>
        }
    });
    view! {
        <fieldset class="as">
            <legend>{page.message(|words| words.embed_lock)}</legend>
            {locks.collect_view()}
        </fieldset>
    }
}

/// The language of the embed.
#[component]
fn Language(choices: RwSignal<EmbedChoices>) -> impl IntoView {
    let page = page();
    let languages = move || {
        choices.with(|choices| {
            let language = |(code, name): (&str, &str)| {
                (code.to_owned(), name.to_owned(), choices.lang == code)
            };
            page.languages().into_iter().map(language).collect()
        })
    };
    let choose = Callback::new(move |lang| choices.update(|choices| choices.lang = lang));
    view! {
        <Options
            name=page.message(|words| words.language)
            options=Signal::derive(languages)
            on_choose=choose
        />
    }
}

/// The colours of the embed.
#[component]
fn Theme(choices: RwSignal<EmbedChoices>) -> impl IntoView {
    let page = page();
    let themes = move || {
        let words = page.words();
        let chosen = choices.with(|choices| choices.theme);
        let theme = |theme: ThemeChoice| {
            let name = match theme {
                ThemeChoice::Auto => words.theme_auto,
                ThemeChoice::Light => words.theme_light,
                ThemeChoice::Dark => words.theme_dark,
                ThemeChoice::Contrast => words.theme_contrast,
            };
            (theme.key().to_owned(), name.to_owned(), theme == chosen)
        };
        ThemeChoice::ALL.into_iter().map(theme).collect()
    };
    let choose = Callback::new(move |key: String| {
        let mut themes = ThemeChoice::ALL.into_iter();
        if let Some(theme) = themes.find(|theme| theme.key() == key) {
            choices.update(|choices| choices.theme = theme);
        }
    });
    view! {
        <Options
            name=page.message(|words| words.theme)
            options=Signal::derive(themes)
            on_choose=choose
        />
    }
}

/// A number of pixels.
#[component]
fn Size(
    choices: RwSignal<EmbedChoices>,
    name: Message,
    of: fn(&EmbedChoices) -> u32,
    set: fn(&mut EmbedChoices, u32),
) -> impl IntoView {
    let page = page();
    let choose = move |event| {
        let typed = event_target_value(&event).parse().unwrap_or(0_u32);
        choices.update(|choices| set(choices, typed.min(10_000)));
    };
    view! {
        <label class="level">
            {move || name(page.words())} " "
            <input type="number" min="0" max="10000" prop:value=move || choices.with(of).to_string() on:change=choose />
        </label>
    }
}
