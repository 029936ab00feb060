// Keeps the count of notices in the page head current while the page is being looked at.

const PAUSE = 60_000;
const bell = document.getElementById("bell");

function count() {
  return Number(bell.querySelector("[data-unread]")?.dataset.unread ?? 0);
}

if (bell) {
  let asked = Date.now();
  let told = count();
  const ask = () => {
    if (document.visibilityState !== "visible" || Date.now() - asked < PAUSE) return;
    asked = Date.now();
    bell.dispatchEvent(new CustomEvent("unread"));
  };
  setInterval(ask, PAUSE);
  // Somebody comes back to the tab: what he missed is counted at once.
  document.addEventListener("visibilitychange", ask);
  bell.addEventListener("htmx:after:swap", () => {
    const words = bell.querySelector("[data-unread]");
    if (count() > told) document.dispatchEvent(new CustomEvent("announce", { detail: { value: words.textContent } }));
    told = count();
  });
}
