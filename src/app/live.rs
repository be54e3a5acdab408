//! Values that follow the view, boxed: the page carries the machinery of each kind once, and not
//! once for each place where one is written.

use std::pin::Pin;

use leptos::ev::{Event, MouseEvent};
use leptos::prelude::*;
use leptos::tachys::html::attribute::custom::{CustomAttr, custom_attribute};

use super::page::Page;
use crate::browser::is_plain_click;
use crate::view_state::{Change, Tab, without_looks};

/// A text that follows the view.
pub(super) type Text = Box<dyn Fn() -> String + Send>;
/// A part of the page that follows the view.
pub(super) type Part = Box<dyn Fn() -> AnyView + Send>;

/// A text that is not always there.
type Maybe = Box<dyn Fn() -> Option<&'static str> + Send>;

/// A text that follows the view.
pub(super) fn text(text: impl Fn() -> String + Send + 'static) -> Text {
    Box::new(text)
}

/// A part of the page that follows the view.
pub(super) fn part(part: impl Fn() -> AnyView + Send + 'static) -> Part {
    Box::new(part)
}

/// A part of the page that is not always there.
pub(super) fn maybe(part: impl Fn() -> Option<AnyView> + Send + 'static) -> Part {
    Box::new(move || part().unwrap_or_else(|| ().into_any()))
}

/// A part of the page that is drawn anew only when what it is drawn from is another.
pub(super) fn drawn<T: PartialEq + Clone + Send + Sync + 'static>(
    from: impl Fn() -> T + Send + Sync + 'static,
    part: impl Fn(T) -> AnyView + Send + 'static,
) -> Part {
    let from = Memo::new(move |_| from());
    Box::new(move || part(from.get()))
}

/// A part of the page that is there while something holds.
pub(super) fn when(
    holds: impl Fn() -> bool + Send + Sync + 'static,
    part: impl Fn() -> AnyView + Send + 'static,
) -> Part {
    let holds: Box<dyn Fn() -> bool + Send + Sync> = Box::new(holds);
    shown(Memo::new(move |_| holds()), Box::new(part))
}

fn shown(holds: Memo<bool>, part: Part) -> Part {
    Box::new(move || if holds.get() { part() } else { ().into_any() })
}

/// A text of the page that follows the view.
pub(super) fn said(words: impl Fn() -> String + Send + 'static) -> AnyView {
    text(words).into_any()
}

/// An attribute under its name: all that are rare share one kind, and so the page's bytes.
pub(super) fn set(
    name: &'static str,
    value: &'static str,
) -> CustomAttr<&'static str, &'static str> {
    custom_attribute(name, value)
}

/// An attribute under its name that follows the view.
pub(super) fn follows(
    name: &'static str,
    value: impl Fn() -> String + Send + 'static,
) -> CustomAttr<&'static str, Text> {
    custom_attribute(name, text(value))
}

/// An attribute under its name that is not always there.
pub(super) fn perhaps(
    name: &'static str,
    value: impl Fn() -> Option<&'static str> + Send + 'static,
) -> CustomAttr<&'static str, Maybe> {
    let value: Maybe = Box::new(value);
    custom_attribute(name, value)
}

/// An attribute that stands alone, while something holds.
pub(super) fn only_when(
    name: &'static str,
    holds: impl Fn() -> bool + Send + 'static,
) -> CustomAttr<&'static str, Maybe> {
    perhaps(name, move || holds().then_some(""))
}

/// An attribute that is not always there.
pub(super) fn given(
    value: impl Fn() -> Option<&'static str> + Send + 'static,
) -> Box<dyn Fn() -> Option<&'static str> + Send> {
    Box::new(value)
}

/// An attribute or class that is there or not.
pub(super) fn flag(flag: impl Fn() -> bool + Send + 'static) -> Box<dyn Fn() -> bool + Send> {
    Box::new(flag)
}

/// "true" or "false", as ARIA writes it.
pub(super) fn aria(flag: bool) -> &'static str {
    if flag { "true" } else { "false" }
}

/// Starts what takes time.
pub(super) fn start(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    leptos::task::spawn_local(work);
}

/// A span of a class.
pub(super) fn span(class: &'static str, inside: AnyView) -> AnyView {
    view! { <span class=class>{inside}</span> }.into_any()
}

/// A paragraph of a class.
pub(super) fn paragraph(class: &'static str, inside: AnyView) -> AnyView {
    view! { <p class=class>{inside}</p> }.into_any()
}

/// A heading within a panel.
pub(super) fn heading(inside: AnyView) -> AnyView {
    view! { <h2>{inside}</h2> }.into_any()
}

/// An item of a list.
pub(super) fn item(inside: AnyView) -> AnyView {
    view! { <li>{inside}</li> }.into_any()
}

/// A button that does something at a click.
pub(super) fn button(class: &'static str, inside: AnyView, act: impl Fn() + 'static) -> AnyView {
    view! { <button {..set("type", "button")} class=class on:click=click(act)>{inside}</button> }
        .into_any()
}

/// One choice of a group, of which one is made.
pub(super) fn radio(
    group: &'static str,
    chosen: Box<dyn Fn() -> bool + Send>,
    name: Text,
    act: impl Fn() + 'static,
) -> AnyView {
    box_of("radio", group, chosen, (name, click(act)))
}

/// A choice that is made or not.
pub(super) fn checkbox(
    chosen: impl Fn() -> bool + Send + 'static,
    name: Text,
    act: impl Fn() + 'static,
) -> AnyView {
    box_of("checkbox", "", flag(chosen), (name, click(act)))
}

fn box_of(
    kind: &'static str,
    group: &'static str,
    chosen: Box<dyn Fn() -> bool + Send>,
    (name, click): (Text, Box<dyn FnMut(MouseEvent)>),
) -> AnyView {
    view! {
        <label>
            <input {..set("type", kind)} {..set("name", group)} prop:checked=chosen on:click=click />
            {name}
        </label>
    }
    .into_any()
}

/// Choices under a name.
pub(super) fn choices(name: Text, inside: AnyView) -> AnyView {
    view! { <fieldset class="as"><legend>{name}</legend>{inside}</fieldset> }.into_any()
}

/// One of the values of [`select`].
pub(super) fn option(
    value: &'static str,
    name: Text,
    chosen: Box<dyn Fn() -> bool + Send>,
) -> AnyView {
    view! { <option {..set("value", value)} prop:selected=chosen>{name}</option> }.into_any()
}

/// A choice of one value from a list.
pub(super) fn select(
    name: Text,
    options: impl Iterator<Item = AnyView>,
    choose: impl Fn(String) + 'static,
) -> AnyView {
    let options: Vec<AnyView> = options.collect();
    let choose: Box<dyn FnMut(Event)> = Box::new(move |event| choose(event_target_value(&event)));
    view! { <label class="level">{name} " " <select on:change=choose>{options}</select></label> }
        .into_any()
}

/// What a click does.
pub(super) fn click(act: impl Fn() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| act())
}

/// A link to the view after a change, which a plain click makes here.
pub(super) fn link_to(
    page: Page,
    change: impl Fn() -> Change + Send + Sync + Clone + 'static,
    current: impl Fn() -> Option<&'static str> + Send + 'static,
    name: impl Fn() -> String + Send + 'static,
) -> AnyView {
    let to = change.clone();
    let here: Box<dyn FnMut(MouseEvent)> = Box::new(move |event| {
        if is_plain_click(&event) {
            event.prevent_default();
            page.go(change());
        }
    });
    view! { <a {..follows("href", move || page.links.after(to()))} {..perhaps("aria-current", current)} on:click=here>{text(name)}</a> }.into_any()
}

/// A link to what the figures are: here, or, from an embed, which has no way back, on a page of its
/// own.
pub(super) fn about_link(page: Page) -> AnyView {
    let name = move || page.words().tab_about.to_owned();
    let full = Memo::new(move |_| page.is_full());
    part(move || {
        let about = || Change::Open(Tab::About);
        if full.get() {
            return link_to(page, about, || None, name);
        }
        let href = move || without_looks(&page.links.after(about())).to_owned();
        link_out(href, text(name))
    })
    .into_any()
}

/// A link that opens beside this page.
pub(super) fn link_out(href: impl Fn() -> String + Send + 'static, name: Text) -> AnyView {
    view! { <a {..follows("href", href)} {..set("target", "_blank")} {..set("rel", "noopener")}>{name}</a> }
        .into_any()
}

/// What is told to the outside world, and again whenever what it reads is another.
pub(super) fn whenever(act: impl Fn() + 'static) {
    let act: Box<dyn Fn()> = Box::new(act);
    Effect::new(act);
}
