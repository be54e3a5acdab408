//! The dialog for partners: form, looks, preview and code of this view in their page.

use leptos::ev::Event;
use leptos::prelude::*;
use std::sync::Arc;

use super::dialog::dialog;
use super::embed_picture::Picture;
use super::late::{Late, Panel};
use super::live::{
    checkbox, choices, drawn, flag, follows, heading, option, paragraph, part, radio, select, set,
    text, when,
};
use super::page::{Page, page};
use super::to_copy::to_copy;
use crate::cube::Axis;
use crate::embed::{Form, Options, Part, Snippet, ThemeChoice, Ui};
use crate::view_state::to_fragment;
use crate::words::{LANGUAGE_NAMES, Messages};

/// What has been chosen in the dialog.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choices {
    pub(super) form: Form,
    whole: bool,
    filters: bool,
    legend: bool,
    pub(super) theme: ThemeChoice,
    lang: String,
    lock: Vec<String>,
    width_px: u32,
    height_px: u32,
}

impl Choices {
    fn options(&self) -> Options {
        let list = |parts: &[Part]| Ui::List(parts.iter().copied().collect());
        let ui = match (self.whole, self.filters, self.legend) {
            (true, ..) => Ui::Full,
            (_, false, true) => Ui::Min,
            (_, false, false) => Ui::None,
            (_, true, true) => list(&[Part::Title, Part::Filters, Part::Legend, Part::Source]),
            (_, true, false) => list(&[Part::Title, Part::Filters, Part::Source]),
        };
        Options {
            ui,
            theme: self.theme,
            lock: self.lock.clone(),
        }
    }
}

/// What the dialog gives: address of the preview, code, name of the picture, link of the view.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Given {
    pub(super) address: String,
    pub(super) html: String,
    pub(super) file: String,
    pub(super) link: String,
}

fn given(page: Page, choices: &Choices) -> Given {
    let link = page.links.in_lang(&choices.lang);
    let title = page.sentence_in(&choices.lang);
    let site = page.links.site();
    let snippet = Snippet {
        form: choices.form,
        site: &site,
        link: &link,
        fragment: &to_fragment(&choices.options()),
        title: &title,
        width_px: choices.width_px,
        height_px: choices.height_px,
    };
    Given {
        address: snippet.address(),
        html: snippet.html(),
        file: snippet.file(),
        link: [&*site, &*link].concat(),
    }
}

/// Opens the dialog.
#[component]
pub(super) fn EmbedButton() -> impl IntoView {
    let inside = part(|| view! { <Late panel=Panel::Embed /> }.into_any());
    dialog(
        page(),
        "embed",
        [|words| words.embed, |words| words.embed_title],
        inside,
    )
}

#[component]
pub(super) fn Embed() -> impl IntoView {
    let page = page();
    let chosen = RwSignal::new(Choices {
        form: Form::Element,
        whole: false,
        filters: false,
        legend: true,
        theme: ThemeChoice::Auto,
        lang: page.words_now().code.to_owned(),
        lock: Vec::new(),
        width_px: 0,
        height_px: 900,
    });
    let given = Memo::new(move |_| chosen.with(|chosen| given(page, chosen)));
    let form = Memo::new(move |_| chosen.with(|chosen| chosen.form));
    let preview = drawn(
        move || {
            let address = given.with(|given| given.address.clone());
            (form.get() == Form::Picture, address)
        },
        move |(picture, address)| {
            if picture {
                return view! { <Picture given chosen /> }.into_any();
            }
            let name = page.say(|words| words.embed_preview);
            view! { <iframe class="preview" {..follows("title", name)} {..follows("src", move || address.clone())}></iframe> }
                .into_any()
        },
    );
    let code = to_copy(
        page,
        Memo::new(move |_| given.with(|given| given.html.clone())),
        (
            page.say(|words| words.embed_code),
            page.tell(|words| words.embed_copy),
        ),
        |words| words.embed_copied,
    );
    view! {
        <Looks chosen form />
        {heading(page.tell(|words| words.embed_preview))}
        {preview}
        {code}
    }
}

/// Form, parts, language, colours, locks and size.
#[component]
fn Looks(chosen: RwSignal<Choices>, form: Memo<Form>) -> impl IntoView {
    let page = page();
    let forms = Form::ALL.into_iter().map(|of| {
        let name = page.say(match of {
            Form::Element => |words| words.embed_element,
            Form::Frame => |words| words.embed_frame,
            Form::Picture => |words| words.embed_picture,
        });
        radio("form", flag(move || form.get() == of), name, move || {
            chosen.update(|chosen| chosen.form = of);
        })
    });
    let forms: Vec<AnyView> = forms.collect();
    let tick = move |name: fn(&'static Messages) -> &'static str,
                     of: fn(&mut Choices) -> &mut bool| {
        let ticked = move || chosen.with(|chosen| *of(&mut chosen.clone()));
        checkbox(ticked, page.say(name), move || {
            chosen.update(|chosen| *of(chosen) = !*of(chosen));
        })
    };
    let framed = when(
        move || form.get() != Form::Picture,
        move || {
            let parts = [
                tick(|words| words.embed_whole, |chosen| &mut chosen.whole),
                tick(|words| words.filters, |chosen| &mut chosen.filters),
                tick(|words| words.embed_legend, |chosen| &mut chosen.legend),
            ];
            let always = paragraph("quiet", page.tell(|words| words.embed_always));
            let parts = choices(page.say(|words| words.embed_parts), parts.into_any());
            view! { {parts} {always} <Locks chosen /> }.into_any()
        },
    );
    let languages = LANGUAGE_NAMES.into_iter().map(|(code, name)| {
        let chosen = flag(move || chosen.with(|chosen| chosen.lang == code));
        option(code, text(move || name.to_owned()), chosen)
    });
    let language = select(page.say(|words| words.language), languages, move |lang| {
        chosen.update(|chosen| chosen.lang = lang);
    });
    let themes = ThemeChoice::ALL.into_iter().map(|theme| {
        let name = page.say(match theme {
            ThemeChoice::Auto => |words| words.theme_auto,
            ThemeChoice::Light => |words| words.theme_light,
            ThemeChoice::Dark => |words| words.theme_dark,
            ThemeChoice::Contrast => |words| words.theme_contrast,
        });
        let chosen = flag(move || chosen.with(|chosen| chosen.theme == theme));
        option(theme.key(), name, chosen)
    });
    let theme = select(page.say(|words| words.theme), themes, move |key| {
        if let Some(theme) = ThemeChoice::ALL
            .into_iter()
            .find(|theme| theme.key() == key)
        {
            chosen.update(|chosen| chosen.theme = theme);
        }
    });
    let width = when(
        move || form.get() != Form::Element,
        move || {
            size(chosen, page.say(|words| words.embed_width), |chosen| {
                &mut chosen.width_px
            })
        },
    );
    let height = when(
        move || form.get() == Form::Frame,
        move || {
            size(chosen, page.say(|words| words.embed_height), |chosen| {
                &mut chosen.height_px
            })
        },
    );
    view! {
        {choices(page.say(|words| words.embed_form), forms.into_any())}
        {framed}
        <div class="choices">{language} {theme} {width} {height}</div>
    }
}

/// A number of pixels.
fn size(
    chosen: RwSignal<Choices>,
    name: super::live::Text,
    of: fn(&mut Choices) -> &mut u32,
) -> AnyView {
    let value = chosen.with_untracked(|chosen| of(&mut chosen.clone()).to_string());
    let choose: Box<dyn FnMut(Event)> = Box::new(move |event| {
        let typed = event_target_value(&event).parse().unwrap_or(0_u32);
        chosen.update(|chosen| *of(chosen) = typed.min(10_000));
    });
    view! {
        <label class="level">{name} " "
            <input {..set("type", "number")} {..set("min", "0")} {..set("max", "10000")} {..follows("value", move || value.clone())} on:change=choose />
        </label>
    }
    .into_any()
}

/// The dimensions that readers may not change.
#[component]
fn Locks(chosen: RwSignal<Choices>) -> impl IntoView {
    let page = page();
    let axes = page
        .cube()
        .axes()
        .filter(|axis| axis.grouping().is_none())
        .collect::<Vec<Axis>>();
    let lock = |axis: Axis| {
        let id: Arc<str> = page.cube().axis_id(axis).as_str().into();
        let name = text(move || {
            let cube = page.cube();
            cube.axis_label(axis).in_lang(page.words().code).to_owned()
        });
        let of = id.clone();
        let locked = move || chosen.with(|chosen| chosen.lock.iter().any(|it| **it == *of));
        checkbox(locked, name, move || {
            chosen.update(|chosen| {
                let before = chosen.lock.len();
                chosen.lock.retain(|it| **it != *id);
                if chosen.lock.len() == before {
                    chosen.lock.push(id.to_string());
                }
            });
        })
    };
    let locks: Vec<AnyView> = axes.into_iter().map(lock).collect();
    choices(page.say(|words| words.embed_lock), locks.into_any())
}
