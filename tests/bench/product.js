// Choices among the bars that are seen: each from the click to the end of all that it sets off, and
// to the next painted frame. What a click sets off runs in microtasks, and so is over after some
// turns of theirs (a task may come after the frame): no observer is needed, whose records would
// count. Counting is a pass of its own.
async ({ seed, events, counting }) => {
  const bars = [...document.querySelectorAll(".filters button[aria-pressed]")];
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
  let writes = 0;
  let idle = 0;
  const observer = new MutationObserver((records) => {
    writes += records.length;
    for (const { type, target, attributeName, oldValue } of records) {
      if (type === "attributes" && target.getAttribute(attributeName) === oldValue) idle += 1;
    }
  });
  if (counting) {
    const all = { subtree: true, childList: true, attributes: true, characterData: true };
    observer.observe(document.body, { ...all, attributeOldValue: true });
  }
  const measured = [];
  for (let event = 0; event < events; event += 1) {
    const bar = seen[Math.floor(random() * seen.length)];
    writes = 0;
    idle = 0;
    const start = performance.now();
    bar.click();
    const painted = frame();
    const written = (await settled()) - start;
    measured.push({ written, painted: (await painted) - start, writes, idle });
    await new Promise((done) => setTimeout(done, 30));
  }
  observer.disconnect();
  return measured;
}
