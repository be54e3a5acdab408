// A copy of the site's own files, with which it opens without a network; nothing in it is about the visitor.
// It holds the program, each file as its hash says; for each language that was opened its words and a document
// without figures; of each dataset that was opened its files, as one list names them. It holds no page: what a
// page shows is computed from these. The network is asked first for pages and the list, so that a correction
// arrives.
const site = {{site}};

const base = new URL(".", self.location).href;
const PROGRAM = `${base}#${site.release}`;
const DATA = `${base}#data`;
// An empty cache of this name: the reader wants no copy.
const NONE = `${base}#none`;
const LIST = "data/index.json";
// The list that pages were last given: what they ask for is a file of this one.
const ANSWERED = `${LIST}?answered`;
// How long the network is waited for where there is a copy.
const PATIENCE_MS = 3000;

const address = (path) => new URL(path, base).href;
// What a cache holds; a cache that was removed is not made anew by asking.
const held = (key, cacheName, how) => caches.match(key, { cacheName, ...how });

// An answer to keep. Its body is unpacked, and it does not depend on who asks.
const plain = (body, { status, headers }) => {
  const kept = new Headers(headers);
  for (const name of ["content-encoding", "content-length", "vary"]) kept.delete(name);
  return new Response(body, { status, headers: kept });
};

// A file as its hash says: what the browser has already, or else what the host has. One without a hash is asked
// after.
const fetched = async (path, integrity) => {
  for (const cache of integrity ? ["force-cache", "reload"] : ["no-cache"]) {
    const answer = await fetch(address(path), { integrity, cache }).catch(() => undefined);
    if (answer?.ok) return plain(await answer.blob(), answer);
  }
  throw new Error(`${path} did not come, or is not the published one`);
};

// Puts the files that are not there yet: where to find each, its path, its hash.
const add = async (name, files) => {
  const cache = await caches.open(name);
  const put = async ([key, path, integrity]) => {
    if (!(await cache.match(key))) await cache.put(key, await fetched(path, integrity));
  };
  await Promise.all(files.map(put));
};
const addProgram = (files) =>
  add(PROGRAM, Object.entries(files).map(([path, integrity]) => [address(path), path, integrity]));

const shell = (lang) => address(`shell/${lang}.html`);

const install = async () => {
  if (self.navigator.connection?.saveData) throw new Error("the reader saves data");
  await addProgram(site.program);
  // Languages that the release before has.
  for (const [lang, files] of Object.entries(site.languages)) {
    if (await caches.match(shell(lang))) await addProgram(files);
  }
};

const dropAllBut = async (...kept) => {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(`${base}#`) && !kept.includes(name));
  await Promise.all(others.map((name) => caches.delete(name)));
};

const activate = async () => {
  await dropAllBut(PROGRAM, DATA, NONE);
  await self.clients.claim();
};

// The files that a list names for a dataset, with the hash of each; files that it names without a hash
// belong to that of the figures.
const filesOf = ({ href, extension = {} }) => {
  if (!href || !extension.sha256) return [];
  const { sha256, regions_csv, readings, boundaries, facts } = extension;
  const beside = [regions_csv, href.replace(/[^/]*$/, "datapackage.json")].filter(Boolean);
  return [
    { href, sha256, isHashed: true },
    ...[readings, boundaries, facts].filter(Boolean).map((it) => ({ ...it, isHashed: true })),
    ...beside.map((it) => ({ href: it, sha256 })),
  ];
};
const keyOf = ({ href, sha256 }) => `${address(`data/${href}`)}?${sha256}`;
const integrityOf = ({ sha256, isHashed }) =>
  isHashed ? `sha256-${btoa(String.fromCharCode(...sha256.match(/../g).map((two) => parseInt(two, 16))))}` : undefined;

// Keeps what a page in a language has opened; `loaded`: the addresses of data that it has asked for. The list takes the
// place of the one before once all that it names of these datasets is there, and what it does not name goes.
const keep = async (lang, loaded) => {
  // Where the reader had it removed, the program is not there any more.
  await addProgram({ ...site.program, ...site.languages[lang] });
  if (!loaded.length) return;
  // The list that the page has.
  const answer = await fetch(address(LIST), { cache: "force-cache" });
  const text = await answer.text();
  const { item } = JSON.parse(text).link;
  const opened = item.filter(({ href }) => loaded.includes(address(`data/${href}`)));
  if (!opened.length) return;
  const files = opened.flatMap(filesOf);
  await add(DATA, files.map((file) => [keyOf(file), `data/${file.href}`, integrityOf(file)]));
  const cache = await caches.open(DATA);
  if (!(await cache.match(address(ANSWERED)))) await cache.put(address(ANSWERED), plain(text, answer));
  await cache.put(address(LIST), plain(text, answer));
  const named = new Set(item.flatMap(filesOf).map(keyOf).concat(address(LIST), address(ANSWERED)));
  const unnamed = (await cache.keys()).filter(({ url }) => !named.has(url));
  await Promise.all(unnamed.map((request) => cache.delete(request)));
};

// One after another, and nothing for a reader who wants no copy, or says so meanwhile.
let keeping = Promise.resolve();
const keepNext = async (opened) => {
  try {
    if (!(await caches.has(NONE))) await keep(...opened);
  } finally {
    if (await caches.has(NONE)) await dropAllBut(NONE);
  }
};

// Whether this release is another than that of a page with these assets and the list that it was given.
const isNews = async (assets) => {
  const answered = await held(address(ANSWERED), DATA);
  if (assets !== address(site.assets)) return true;
  if (!answered) return false;
  const hash = await crypto.subtle.digest("SHA-256", await answered.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("") !== site.list;
};

// What the network answers in time; nothing where it is silent or fails, or the host is down.
const inTime = async (asked) => {
  const late = new Promise((done) => setTimeout(done, PATIENCE_MS));
  const answer = await Promise.race([asked.catch(() => undefined), late]);
  return answer?.status < 500 ? answer : undefined;
};

// The document without figures, for a view of a dataset of the list that is kept. The start of the site, and of a
// language, leads to a dataset that is there.
const document = async (path) => {
  const list = await held(address(LIST), DATA);
  if (!list) return undefined;
  const { item } = (await list.json()).link;
  const [lang, id] = path.split("/");
  if (id) return item.some(({ extension }) => extension?.id === id) ? held(shell(lang), PROGRAM) : undefined;
  const languages = lang ? [lang] : Object.keys(site.languages);
  for (const spoken of languages) {
    for (const entry of (await held(shell(spoken), PROGRAM)) ? item : []) {
      const [figures] = filesOf(entry);
      if (figures && (await held(keyOf(figures), DATA))) {
        return Response.redirect(address(`${spoken}/${entry.extension.id}/`));
      }
    }
  }
  return undefined;
};

const page = async (request, path) => {
  const asked = fetch(request);
  const kept = () => (path.startsWith("data/") ? held(address(path), DATA, { ignoreSearch: true }) : document(path));
  return (await inTime(asked)) ?? (await kept()) ?? asked;
};

const answeredList = async (request) => {
  const kept = await held(address(LIST), DATA);
  if (!kept) return fetch(request);
  const asked = fetch(request).then(async (answer) => {
    const text = await answer.text();
    // The page of a portal is no list.
    if (answer.ok) JSON.parse(text);
    return plain(text, answer);
  });
  const answer = (await inTime(asked)) ?? kept;
  if (answer.ok) {
    const cache = await caches.open(DATA);
    await cache.put(address(ANSWERED), answer.clone());
  }
  return answer;
};

// A page asks for its files ahead of time, together with the list, and they are those of that list.
let listing;
const list = (request) => {
  const answer = answeredList(request);
  listing = answer.catch(() => undefined);
  return answer;
};

// Files of the list that the page was given; of another list they come from the network, and the page holds them
// to their hash.
const data = async (request, path) => {
  if (!(await held(address(path), DATA, { ignoreSearch: true }))) return fetch(request);
  await listing;
  const answered = (await held(address(ANSWERED), DATA)) ?? (await held(address(LIST), DATA));
  if (!answered) return fetch(request);
  const files = (await answered.json()).link.item.flatMap(filesOf).filter(({ isHashed }) => isHashed);
  const file = files.find(({ href }) => `data/${href}` === path);
  if (file) return (await held(keyOf(file), DATA)) ?? fetch(request);
  return page(request, path);
};

// What has its hash in its address is as it was; the rest is asked after.
const program = async (request, path) => {
  const kept = () => held(address(path), PROGRAM);
  if (path.startsWith(site.assets)) return (await kept()) ?? fetch(request);
  const asked = fetch(request);
  return (await inTime(asked)) ?? (await kept()) ?? asked;
};

const answerTo = ({ method, mode, url }) => {
  const [path] = url.slice(base.length).split(/[?#]/);
  if (method !== "GET" || !url.startsWith(base)) return undefined;
  const by = mode === "navigate" ? page : path === LIST ? list : path.startsWith("data/") ? data : program;
  const isKnown = by !== program || path in site.program || path.startsWith(site.assets);
  return isKnown ? (request) => by(request, path) : undefined;
};

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const answer = answerTo(event.request);
  if (answer) event.respondWith(answer(event.request));
});
self.addEventListener("message", (event) => {
  const { keep: opened, asks, activate: now } = event.data;
  const reply = (done) => event.waitUntil(done.then((answer) => event.ports[0].postMessage(answer)));
  // What does not come now is asked for at the next visit.
  if (opened) reply((keeping = keeping.then(() => keepNext(opened)).catch(console.warn)));
  if (asks) reply(isNews(asks));
  if (now) self.skipWaiting();
});
