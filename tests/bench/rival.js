// A page by hand: what the product writes into the document at each choice, from ready values, timed in
// the same way. `start`: the tree it begins with, once; `choices`: what each choice writes.
async ({ start, choices }) => {
  const node = (tree) => {
    if (tree === null) return document.createComment("");
    if (typeof tree === "string") return document.createTextNode(tree);
    const [name, space, attributes, children] = tree;
    const element = document.createElementNS(space, space.endsWith("svg") ? name : name.toLowerCase());
    for (const [name, value] of attributes) set(element, name, value);
    element.append(...children.map(node));
    return element;
  };
  const set = (element, name, value) => {
    if (name === "style") element.style.cssText = value ?? "";
    else if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  };
  const at = (steps) => steps.reduce((node, step) => node.childNodes[step], document.body);
  const task = () =>
    new Promise((done) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now());
      channel.port2.postMessage(0);
    });
  const frame = () => new Promise((done) => requestAnimationFrame(() => task().then(done)));
  if (start) {
    document.body.replaceChildren(...start[3].map(node));
    await frame();
  }
  const measured = [];
  for (const { writes } of choices) {
    // A page by hand holds on to the nodes that it writes.
    const held = writes.map(([steps, kind, value]) => [at(steps), kind, value]);
    const start = performance.now();
    for (const [target, kind, value] of held) {
      if (kind === "children") target.replaceChildren(...value.map(node));
      else if (kind === "text") target.data = value;
      else set(target, kind.slice(1), value);
    }
    const painted = frame();
    const last = performance.now() - start;
    measured.push({ last, painted: (await painted) - start });
    await new Promise((done) => setTimeout(done, 30));
  }
  return { choices: measured };
}
