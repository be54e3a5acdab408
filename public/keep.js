// What a reader has the focus on, and what is open, when the explorer takes the place of the document: the same of
// the explorer, by its name. What it has no such thing of is in its filters or on its stage.
const place = document.getElementById("jangkau");
const early = place.querySelector(".landing") ? [...place.children] : [];
const named = (element) => element.textContent.trim();
let last = document.activeElement;
place.addEventListener("focusin", ({ target }) => (last = target));

const counterpart = (element) => {
  const name = named(element);
  const same = [...place.querySelectorAll("a, button, summary")].find((it) => named(it) === name);
  return same ?? document.getElementById(element.closest(".filters") ? "filters" : "stage");
};

const watch = new MutationObserver(() => {
  if (early[0]?.isConnected) return;
  watch.disconnect();
  const open = early.flatMap((part) => [...part.querySelectorAll("details[open] > summary")].map(named));
  // The focus is nowhere where what had it is gone.
  const isLost = document.activeElement === document.body && early.some((part) => part.contains(last));
  // The explorer lays itself out once more in its first frame.
  requestAnimationFrame(() =>
    setTimeout(() => {
      for (const summary of place.querySelectorAll("summary")) {
        if (open.includes(named(summary))) summary.parentElement.open = true;
      }
      if (isLost) counterpart(last)?.focus({ preventScroll: true });
    }),
  );
});
watch.observe(place, { childList: true });
