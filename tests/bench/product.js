// Sixty choices among the bars that are seen, each from the click to the last write to the
// document and to the next painted frame.
async ({ seed, events }) => {
  const bars = [...document.querySelectorAll(".filters button[aria-pressed]")];
  const seen = bars.filter((bar) => bar.checkVisibility());
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  const task = () =>
    new Promise((done) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = done;
      channel.port2.postMessage(0);
    });
  const frame = () => new Promise((done) => requestAnimationFrame(() => task().then(done)));
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  let last = 0;
  let writes = 0;
  let idle = 0;
  // Its callback is a microtask after each run of writes: the last one is the end of all.
  const observer = new MutationObserver((records) => {
    last = performance.now();
    writes += records.length;
    for (const { type, target, attributeName, oldValue } of records) {
      if (type === "attributes" && target.getAttribute(attributeName) === oldValue) idle += 1;
    }
  });
  const watch = { subtree: true, childList: true, attributes: true, characterData: true };
  const measured = [];
  for (let event = 0; event < events; event += 1) {
    const counting = event >= events / 2;
    observer.observe(document.body, { ...watch, attributeOldValue: counting });
    const bar = seen[Math.floor(random() * seen.length)];
    writes = 0;
    idle = 0;
    const start = performance.now();
    last = start;
    bar.click();
    await task();
    await frame();
    const painted = performance.now() - start;
    observer.disconnect();
    measured.push({ written: last - start, painted, writes, idle, counting });
    await pause(30);
  }
  return measured;
}
