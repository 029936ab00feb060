// The time of the call while it lasts, and of the work after it, counting up; never a countdown.
// The strip of the exchange names the calls that go on: one that was on it and is not has ended.

import { say } from "./words.js";

const form = document.getElementById("call");
const shown = document.querySelector("[data-clock]");
const after = document.querySelector("[data-wrap-up]");

function span(from) {
  const seconds = Math.max(0, Math.floor((Date.now() - from) / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}

function tick() {
  const ended = shown.dataset.ended;
  if (!ended) shown.textContent = span(Date.parse(shown.dataset.since));
  after.hidden = !ended;
  if (ended) after.textContent = say("wrapUp", { time: span(Date.parse(ended)) });
}

export function startClock() {
  if (!shown) return;
  let goesOn = false;
  document.addEventListener("ringing", ({ detail }) => {
    const here = detail.strip.querySelector(`[data-call="${CSS.escape(form.elements.call.value)}"]`);
    if (goesOn && !here && !shown.dataset.ended) shown.dataset.ended = new Date().toISOString();
    goesOn = Boolean(here);
    tick();
  });
  tick();
  setInterval(tick, 1000);
}
