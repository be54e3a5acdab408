// <jangkau-view src="…">: a view of this site as an element of any page.
//
//   src     the link of a view; `#ui=min`, `#lock=…` say which parts it shows
//   lang    the language it speaks; else that of the link
//   theme   light, dark, contrast or auto; else that of the link
//   title   what the frame is called; else the text inside the element
//
//   ready, statechange   detail: the link of the view that is shown
//   error                detail: why it is not shown
//
// What stands inside the element, a link to the view, is what readers without
// scripts get, and everyone until the view is ready. Nothing is asked of any
// host but that of the view; nothing is stored.

// The folder of the site that this script is from.
const site = new URL("..", import.meta.url).href;
const views = new Set();
let named = 0;

// One listener for all. Anyone may send a message: only one from the very
// window of a view, and from the site that was put there, is looked into.
addEventListener("message", ({ source, origin, data }) => {
  for (const view of views) {
    if (source === view.frame.contentWindow && origin === view.origin) return view.hear(data);
  }
});

class View extends HTMLElement {
  static observedAttributes = ["src", "lang", "theme"];

  constructor() {
    super();
    const frame = (this.frame = document.createElement("iframe"));
    frame.name = `jangkau-${++named}`;
    frame.loading = "lazy";
    frame.allow = "clipboard-write; web-share";
    frame.referrerPolicy = "no-referrer";
    // Properties, not a style sheet: a host's policy may forbid one.
    Object.assign(frame.style, { width: "100%", height: "30rem", border: 0, verticalAlign: "top" });
    frame.onload = () => {
      // The view speaks before its document is complete. One that never comes,
      // and a page of another kind, loads all the same and says nothing.
      clearTimeout(this.wait);
      this.wait = setTimeout(() => {
        if (this.heard) return;
        this.fail("the view did not answer");
        // It may yet.
        this.late = true;
      }, 3000);
    };
    this.slotted = document.createElement("slot");
    this.attachShadow({ mode: "open" }).append(this.slotted);
  }

  connectedCallback() {
    if (!this.style.display) this.style.display = "block";
    views.add(this);
    this.open();
  }

  disconnectedCallback() {
    views.delete(this);
    clearTimeout(this.wait);
    this.shown = this.at = undefined;
  }

  attributeChangedCallback(name, before, now) {
    if (name === "src") this.link = undefined;
    if (before !== now && this.isConnected) this.open();
  }

  open() {
    const { frame } = this;
    const src = this.getAttribute("src");
    let url;
    try {
      url = new URL(src, document.baseURI);
    } catch {}
    if (!/^https?:$/.test(url?.protocol)) return this.fail(`src is no link: ${src}`);
    const looks = [url.hash.slice(1)];
    const theme = this.getAttribute("theme");
    if (theme) looks.push(`theme=${encodeURIComponent(theme)}`);
    // Another language or other colours leave the view as the reader has it.
    url = new URL(this.link ?? url);
    const lang = this.getAttribute("lang");
    if (lang && url.href.startsWith(site)) {
      url.href = site + url.href.slice(site.length).replace(/^[^/?#]*/, encodeURIComponent(lang));
    }
    url.hash = "";
    const at = url.href;
    url.hash = looks.filter((look) => look).join("&");
    if (url.href === this.shown) return;
    this.shown = url.href;
    this.origin = url.origin;
    frame.title = this.title || this.textContent.trim() || "Jangkau";
    frame.hidden = false;
    // Where only the looks are others, the document stays.
    if (at !== this.at) this.heard = this.slotted.hidden = false;
    this.at = at;
    frame.src = url.href;
    // Not before: a frame without an address loads an empty page.
    if (!frame.parentNode) this.shadowRoot.append(frame);
  }

  // `data` is whatever the window sent: its shape is checked before it is used.
  hear(data) {
    if (data?.source !== "jangkau" || data.v !== 1 || data.id !== this.frame.name) return;
    const { link, height, message } = data.data ?? {};
    const { type } = data;
    if (type === "resize" && Number.isFinite(height) && height > 0 && height < 1e5) {
      this.frame.style.height = `${height}px`;
    } else if (type === "error" && typeof message === "string") {
      this.tell(type, message);
    } else if (typeof link === "string" && link.startsWith(`${this.origin}/`)) {
      if (type === "ready") this.slotted.hidden = true;
      else if (type === "state") this.at = this.link = link;
      else return;
      this.tell(type === "ready" ? type : "statechange", link);
    } else return;
    if (this.late) this.late = this.frame.hidden = false;
    this.heard = true;
  }

  fail(message) {
    this.shown = this.at = undefined;
    this.late = false;
    this.frame.hidden = true;
    this.slotted.hidden = false;
    this.tell("error", message);
  }

  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

customElements.get("jangkau-view") ?? customElements.define("jangkau-view", View);
