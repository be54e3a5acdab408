// In a frame of another page: the view tells how high it is, which it takes
// from nothing that the frame's own height changes, and what it shows. The
// messages are for whoever put the frame there; none is listened to.
const place = document.getElementById("jangkau");
export const tell = (type, data) =>
  parent.postMessage({ source: "jangkau", v: 1, id: window.name, type, data }, "*");

let told = 0;
const measure = () => {
  const height = Math.ceil(place.getBoundingClientRect().height);
  if (height === told) return;
  told = height;
  tell("resize", { height });
  // The same, as other hosts have it.
  parent.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
  parent.postMessage(JSON.stringify({ context: "iframe.resize", height }), "*");
};
new ResizeObserver(measure).observe(place);
// A frame that was scrolled past is not drawn and hears of no size: what changes in it is measured
// all the same.
let later = 0;
new MutationObserver(() => {
  clearTimeout(later);
  later = setTimeout(measure, 50);
}).observe(place, { childList: true, subtree: true });
