// The same shapes, filled by hand from numbers that are ready, and timed in the same way.
async ({ events }) => {
  const paths = [...document.querySelectorAll(".shapes path")];
  const colours = ["#cbe7e9", "#86c0c9", "#3d93a4", "#0b6478", "#052f42"];
  const task = () =>
    new Promise((done) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now());
      channel.port2.postMessage(0);
    });
  const frame = () => new Promise((done) => requestAnimationFrame(() => task().then(done)));
  const measured = [];
  for (let event = 0; event < events; event += 1) {
    const numbers = paths.map((_, at) => ((at * 7919 + event * 104729) % 1000) / 1000);
    const start = performance.now();
    for (let at = 0; at < paths.length; at += 1) {
      paths[at].setAttribute("fill", colours[Math.floor(numbers[at] * 5)]);
    }
    const painted = frame();
    const written = performance.now() - start;
    measured.push({ written, painted: (await painted) - start });
    await new Promise((done) => setTimeout(done, 30));
  }
  return measured;
}
