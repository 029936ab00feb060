// The inquiry's page: its neighbours in the list it came from, who else is here, its keys.

import { free, isTyping, openAsk, register, reload, request, words } from "./act.js";

const sheet = () => document.getElementById("sheet");
const place = document.getElementById("presence");
const BEAT_MS = 15_000;
const bind = (code, label, run) => register({ place: words.lists, code, label, run, when: free });

function neighbours() {
  const bar = document.getElementById("queue");
  let queue;
  try { queue = JSON.parse(sessionStorage.getItem("queue")); } catch { return; }
  const at = queue?.numbers.indexOf(location.pathname) ?? -1;
  if (at < 0) return;
  bar.querySelector("[data-place]").textContent = bar.dataset.said.replace("{place}", at + 1).replace("{all}", queue.numbers.length);
  for (const [name, to] of [["previous", queue.numbers[at - 1]], ["next", queue.numbers[at + 1]]]) {
    const link = bar.querySelector(`[data-${name}]`);
    if (to) link.href = to;
    else link.hidden = true;
  }
  const back = document.querySelector("[data-list]");
  if (back) back.href = queue.list;
  bar.hidden = false;
  bind("KeyJ", bar.dataset.next, () => bar.querySelector("[data-next]:not([hidden])")?.click());
  bind("KeyK", bar.dataset.previous, () => bar.querySelector("[data-previous]:not([hidden])")?.click());
}

// One beat every 15 seconds while the page is in sight; begun text says that somebody writes.
async function beat() {
  if (document.visibilityState !== "visible") return;
  const writing = [...document.querySelectorAll("main textarea, #ask textarea")].some((one) => one.value !== one.defaultValue);
  const body = new FormData();
  body.set("version", sheet().dataset.version);
  body.set("writing", writing ? "1" : "0");
  const response = await request(place.dataset.url, body);
  if (!response?.ok) return;
  const html = (await response.text()).trim();
  if (place.dataset.shown !== html) {
    place.innerHTML = html;
    place.dataset.shown = html;
  }
}

function panes() {
  const chips = [...document.querySelectorAll(".panes [href^='#']")];
  const show = (id) => {
    sheet().dataset.pane = id;
    for (const chip of chips) chip.setAttribute("aria-current", String(chip.hash === `#${id}`));
  };
  for (const chip of chips) {
    chip.addEventListener("click", (event) => {
      event.preventDefault();
      show(chip.hash.slice(1));
      document.getElementById(chip.hash.slice(1)).focus({ preventScroll: true });
    });
  }
  if (chips.length) show(sheet().dataset.pane || "timeline");
}

const focusOn = (selector) => () => {
  const field = document.querySelector(selector);
  const fold = field?.closest("details");
  if (fold) fold.open = true;
  field?.focus();
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) navigator.clipboard?.writeText(button.dataset.copy).then(() => document.dispatchEvent(new CustomEvent("announce", { detail: { value: button.dataset.said } })));
  if (event.target.closest("[data-reload]")) {
    event.preventDefault();
    reload();
  }
});

bind("KeyN", place.dataset.note, focusOn("#note-form textarea"));
bind("KeyT", place.dataset.step, focusOn("#step-form input:not([type=hidden])"));
bind("KeyE", words.edit, () => openAsk(`${location.pathname}need/`));
bind("KeyS", words.stage, () => openAsk(`${location.pathname}advance/`));
bind("KeyR", place.dataset.write, focusOn("#write textarea, #write a"));
document.addEventListener("part:fresh", panes);
document.addEventListener("visibilitychange", beat);
document.addEventListener("input", (event) => { if (isTyping(event.target) && place.dataset.writing !== "1" && event.target.matches("main textarea")) { place.dataset.writing = "1"; beat(); } });
neighbours();
panes();
beat();
setInterval(beat, BEAT_MS);
