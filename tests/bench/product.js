// Choices among the bars that are seen: each from the click to the end of all that it sets off, and
// to the next painted frame. What a click sets off runs in microtasks, and so is over after some
// turns of theirs (a task may come after the frame): no observer is needed, whose records would
// count. A pass of its own, not timed, records what each choice writes into the document, for the
// rival to write the same.
async ({ seed, events, recording }) => {
  const bars = [...document.querySelectorAll("[aria-pressed].bar")];
  const seen = bars.filter((bar) => bar.checkVisibility());
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  const task = () =>
    new Promise((done) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now());
      channel.port2.postMessage(0);
    });
  const settled = async () => {
    for (let turn = 0; turn < 50; turn += 1) await null;
    return performance.now();
  };
  const frame = () => new Promise((done) => requestAnimationFrame(() => task().then(done)));
  // A node by its name, attributes and children; a text by itself; other nodes only keep their place.
  const tree = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) return null;
    const attributes = [...node.attributes].map(({ name, value }) => [name, value]);
    return [node.nodeName, node.namespaceURI, attributes, [...node.childNodes].map(tree)];
  };
  const path = (node) => {
    const steps = [];
    for (let at = node; at !== document.body; at = at.parentNode) {
      steps.unshift([...at.parentNode.childNodes].indexOf(at));
    }
    return steps;
  };
  let records = [];
  const observer = new MutationObserver((more) => records.push(...more));
  if (recording) {
    const all = { subtree: true, childList: true, attributes: true, characterData: true };
    observer.observe(document.body, { ...all, attributeOldValue: true });
  }
  const isIdle = ({ type, target, attributeName, oldValue }) =>
    type === "attributes" && target.getAttribute(attributeName) === oldValue;
  const written = () => {
    const here = records.filter(({ target }) => target.isConnected);
    const refilled = new Set(here.filter(({ type }) => type === "childList").map((it) => it.target));
    const isNew = (node) => {
      for (let at = node.parentNode; at; at = at.parentNode) if (refilled.has(at)) return true;
      return false;
    };
    const writes = new Map();
    const write = (node, kind, value) => {
      const steps = path(node);
      writes.set(`${steps} ${kind}`, [steps, kind, value]);
    };
    for (const node of refilled) {
      if (!isNew(node)) write(node, "children", [...node.childNodes].map(tree));
    }
    for (const { type, target, attributeName } of here) {
      if (type === "childList" || isNew(target)) continue;
      if (type === "characterData") write(target, "text", target.data);
      else write(target, `@${attributeName}`, target.getAttribute(attributeName));
    }
    return [...writes.values()];
  };
  const start = recording && tree(document.body);
  const choices = [];
  for (let event = 0; event < events; event += 1) {
    const bar = seen[Math.floor(random() * seen.length)];
    records = [];
    const start = performance.now();
    bar.click();
    const painted = frame();
    const last = (await settled()) - start;
    const choice = { last, painted: (await painted) - start };
    await new Promise((done) => setTimeout(done, 30));
    records.push(...observer.takeRecords());
    if (recording) Object.assign(choice, { writes: written(), idle: records.filter(isIdle).length });
    choices.push(choice);
  }
  observer.disconnect();
  return { start, choices };
}
