// The copy of the site's own files with which it opens without a network: begun once the page can be used, told of
// in About, and removed there. A new release is offered; the page is never loaded anew under its reader.
const words = {{words}};

const place = document.getElementById("jangkau");
const { base, assets } = place.dataset;
const root = document.documentElement;
// None without https.
const { serviceWorker } = navigator;
const saves = () => navigator.connection?.saveData;

const scope = new URL(base, location.href).href;
// An empty cache of this name: the reader wants none.
const NONE = `${scope}#none`;
const names = async () => (await caches.keys()).filter((name) => name.startsWith(`${scope}#`));

const say = (name) => (words[root.lang] ?? words.en)[name];
const button = (text, act) => {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = text;
  element.onclick = act;
  return element;
};

// What a worker answers to a message.
const ask = (worker, message) => {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((done) => (port1.onmessage = ({ data }) => done(data)));
  worker.postMessage(message, [port2]);
  return answer;
};

const offer = (registration) => {
  if (document.getElementById("release")) return;
  const line = document.createElement("p");
  line.id = "release";
  line.setAttribute("role", "status");
  Object.assign(line.style, { margin: 0, padding: ".5rem 1rem", background: "var(--badge)", color: "var(--badge-ink)" });
  place.before(line);
  const load = () => {
    serviceWorker.addEventListener("controllerchange", () => location.reload());
    if (registration.waiting) registration.waiting.postMessage({ activate: true });
    else location.reload();
  };
  line.append(say("offer"), " ", button(say("load"), load));
};

// A release that waits is offered where it is news to this page, and else begins.
const look = async (registration) => {
  const { waiting } = registration;
  if (!waiting) return;
  const isNews = await ask(waiting, { asks: new URL(assets, location.href).href });
  if (isNews) offer(registration);
  else waiting.postMessage({ activate: true });
};

// Browsers do not ask the worker for what a link saves: it is fetched here, and saved from memory.
const save = async (event) => {
  const link = event.target.closest("a[download]");
  if (!link?.href.startsWith(`${scope}data/`) || !serviceWorker.controller) return;
  event.preventDefault();
  const copy = link.cloneNode();
  const answer = await fetch(link.href).catch(() => undefined);
  if (answer?.ok) copy.href = URL.createObjectURL(await answer.blob());
  copy.click();
};

let begun;
const begin = async () => {
  const registration = await serviceWorker.register(`${base}service-worker.js`, { updateViaCache: "none" });
  await serviceWorker.ready;
  const tell = () => {
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    const data = loaded.filter((name) => name.startsWith(`${scope}data/`));
    return ask(registration.active, { keep: [root.lang, data] });
  };
  new MutationObserver(tell).observe(root, { attributeFilter: ["lang"] });
  serviceWorker.addEventListener("controllerchange", tell);
  document.addEventListener("click", save);
  const watch = (installing) =>
    installing?.addEventListener("statechange", () => installing.state === "installed" && look(registration));
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
  // Whoever comes back to a page that was left open for long.
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() < looked + 3_600_000) return;
    looked = Date.now();
    registration.update().catch(() => undefined);
  });
  await look(registration);
  await tell();
};

export const keep = async () => {
  if (!serviceWorker || parent !== window || saves() || "preview" in place.dataset) return;
  if (await caches.has(NONE)) return;
  // What has failed may be tried again.
  begun ??= begin().catch((error) => {
    begun = undefined;
    throw error;
  });
  await begun;
  await show();
};

const remove = async () => {
  await caches.open(NONE);
  await (await serviceWorker.getRegistration(scope))?.unregister();
  for (const name of await names()) if (name !== NONE) await caches.delete(name);
  begun = undefined;
};
const again = async () => {
  await caches.delete(NONE);
  await keep().catch(async (error) => {
    await caches.open(NONE);
    console.warn(error);
  });
};

// Megabytes of everything that is kept.
const size = async () => {
  let bytes = 0;
  for (const name of await names()) {
    const cache = await caches.open(name);
    // What was removed meanwhile weighs nothing.
    for (const request of await cache.keys()) bytes += (await (await cache.match(request))?.blob())?.size ?? 0;
  }
  // Arabic as Morocco writes it.
  const lang = root.lang === "ar" ? "ar-MA" : root.lang;
  return (bytes / 1e6).toLocaleString(lang, { maximumFractionDigits: 1 });
};

// Says in About what is kept, with the way to remove it; nothing where nothing is kept. To weigh a copy takes time: what
// was asked for last is said, and no more what was so before.
let lastAsked = 0;
export const show = async () => {
  const asked = ++lastAsked;
  const element = document.getElementById("offline");
  const found = serviceWorker && parent === window && element ? await names() : [];
  const isRefused = found.includes(NONE);
  if (!found.length || (isRefused && saves())) return "";
  const text = say(isRefused ? "none" : "kept").replace("{size}", await size());
  if (asked !== lastAsked) return "";
  const act = async () => {
    await (isRefused ? again : remove)();
    await show();
  };
  let [title, line, press] = element.children;
  if (!title) {
    [title, line, press] = [document.createElement("h2"), document.createElement("p"), button()];
    element.replaceChildren(title, line, press);
    line.setAttribute("role", "status");
  }
  title.textContent = say("title");
  line.textContent = text;
  press.textContent = say(isRefused ? "again" : "remove");
  press.onclick = act;
  return "";
};
