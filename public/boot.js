// Starts the page: the policy for markup first, then the program, and plain
// words where it cannot start. All text comes from the document's own
// attributes, in its own language.
const place = document.getElementById("jangkau");
const here = new URL(".", import.meta.url).href;

// One well-formed tag or comment. Elements that switch the HTML tokenizer to
// raw text (script, style, textarea, iframe, noscript …) are not in the list,
// so what this expression reads is what the parser will read; a title may hold
// text alone.
const TAG = new RegExp(
  "<title>[^<]*</title>|<!(?:--[^<>-]*--)?>|</?(?:a|abbr|address|article|b|br|button|caption|" +
    "circle|cite|code|col|dd|defs|del|details|dialog|div|dl|dt|em|fieldset|figcaption|figure|footer|" +
    "form|g|h[1-6]|header|hr|i|img|input|label|legend|li|line|main|mark|nav|ol|optgroup|" +
    "option|output|p|path|pattern|pre|progress|rect|s|search|section|select|small|source|span|strong|" +
    "sub|summary|sup|svg|table|tbody|td|text|tfoot|th|thead|time|tr|tspan|u|ul|use|" +
    'wbr)((?:\\s+[a-z_:][\\w:.-]*(?:="[^"]*")?)*)\\s*/?>',
  "gi",
);
const ATTRIBUTE = /([a-z_:][\w:.-]*)(?:="([^"]*)")?/gi;
const NO_NAME = /^on|^(srcdoc|srcset|style|is)$/i;
const URL_NAME = /^((xlink:)?href|src|action|formaction|poster|cite|data|ping|background)$/i;
// https, or relative: no scheme, and nothing that could be one in disguise.
const GOOD_URL = /^(https:\/\/[^\s]*|(?![/\\]{2})[^\s:&\\]*([?#]([^\s:&\\]|&amp;|:)*)?)$/i;

const check = (html) => {
  const rest = html.replace(TAG, (tag, attributes) => {
    for (const [, name, value = ""] of (attributes || "").matchAll(ATTRIBUTE)) {
      if (NO_NAME.test(name) || (URL_NAME.test(name) && !GOOD_URL.test(value))) {
        throw new TypeError(`not allowed here: ${name}="${value}"`);
      }
    }
    return "";
  });
  if (rest.includes("<")) {
    throw new TypeError(`not allowed here: ${rest.slice(rest.indexOf("<")).slice(0, 80)}`);
  }
  return html;
};

// Where the browser knows Trusted Types, the policy of the page allows this
// one maker and no second; elsewhere nothing asks for it.
window.trustedTypes?.createPolicy("default", {
  createHTML: check,
  createScriptURL: (text) => {
    const url = new URL(text, here).href;
    if (url === new URL(`${place.dataset.base}service-worker.js`, here).href) return url;
    throw new TypeError(`not allowed here: ${url}`);
  },
});

// In a frame of another page, what is told to that is a matter of a script of its own.
const framed = parent !== window;
if (framed) document.documentElement.dataset.framed = "";
const frame = framed && import("./frame.js");
const tell = async (...told) => (await frame).tell(...told);

// What a reader takes along of a view is made by a program of its own, for few ask for it.
const make = async (...asked) => (await import("./take.js")).make(place.dataset.base, ...asked);

const say = (text, button) => {
  let line = document.getElementById("boot");
  if (!line) {
    line = document.createElement("p");
    line.id = "boot";
    place.prepend(line);
  }
  line.hidden = false;
  line.setAttribute("role", button ? "alert" : "status");
  line.replaceChildren(text);
  if (button) {
    const retry = document.createElement("button");
    retry.type = "button";
    retry.textContent = place.dataset.retry;
    retry.onclick = () => location.reload();
    line.append(" ", retry);
  }
};
const fail = (error) => {
  console.error(error);
  say(place.dataset.failed, true);
  if (framed) tell("error", { message: place.dataset.failed });
};

// A script is held to its hash where it is preloaded. Browsers forget a preload that was refused, and
// an import would then take the file as it comes: so each is asked for once more, which is no request
// where it is there.
const held = (link) =>
  new Promise((yes, no) => {
    if (!link.relList.supports("modulepreload")) return yes();
    const again = link.cloneNode();
    again.onload = yes;
    again.onerror = () => no(new Error(`${link.href}: refused`));
    document.head.append(again);
  });
const page = async () => {
  await Promise.all([...document.querySelectorAll("link[rel=modulepreload]")].map(held));
  return import("./page.js");
};

// A message after 10 s, an end after 60 s.
const start = async () => {
  const stop = new AbortController();
  const slow = setTimeout(() => say(place.dataset.slow), 1e4);
  const end = setTimeout(() => stop.abort(), 6e4);
  try {
    const file = async (name, integrity) => {
      const asked = { integrity, credentials: "same-origin", signal: stop.signal };
      const answer = await fetch(here + name, asked);
      if (answer.ok) return answer;
      throw new Error(`${name}: ${answer.status}`);
    };
    const program = file("page_bg.wasm", place.dataset.wasm);
    const words = file(`words.${document.documentElement.lang}.txt`, place.dataset.words);
    const late = new Promise((_, no) => (stop.signal.onabort = () => no(new Error("page.js: late"))));
    const [module, answer, text] = await Promise.race([
      Promise.all([page(), program, words.then((answer) => answer.text())]),
      late,
    ]);
    // Compiled as it comes, which browsers keep; where a host does not know the
    // media type of wasm, from its bytes.
    const typed = answer.headers.get("content-type")?.startsWith("application/wasm");
    await module.default({ module_or_path: typed ? answer : await answer.arrayBuffer() });
    if (!module.show(text, framed ? tell : undefined, make)) throw new Error("words: another build");
  } finally {
    clearTimeout(slow);
    clearTimeout(end);
  }
};

if (place) {
  // A panic of the program later on ends it: say so instead of standing still.
  addEventListener("error", ({ error }) => {
    if (error?.name === "RuntimeError") fail(error);
  });
  document.getElementById("silent")?.remove();
  // What the link asks for beyond what the document says.
  if (location.search) import("./pending.js").catch(console.error);
  // A reader who is in the document already stays where they are.
  const keep = () => place.querySelector(".landing") && import("./keep.js");
  place.addEventListener("focusin", keep, { once: true });
  document.getElementById("boot")?.removeAttribute("hidden");
  start().catch(fail);
}
