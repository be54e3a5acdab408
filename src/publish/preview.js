// Loads the page anew when the site was built anew.
const asked = new URL("preview.txt", import.meta.url);
let built;
setInterval(async () => {
  const answer = await fetch(asked, { cache: "no-store" }).catch(() => undefined);
  if (!answer?.ok) return;
  const now = await answer.text();
  if (built && now !== built) location.reload();
  built = now;
}, 1000);
