// The time of the call while it lasts, and of the work after it, counting up; never a countdown.
// The exchange's module says when it ended: document.dispatchEvent(new CustomEvent("call:ended",
// { detail: { call: "17", at: "2026-11-24T10:00:00Z" } })).

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
  document.addEventListener("call:ended", ({ detail }) => {
    if (String(detail.call) === form.elements.call.value) { shown.dataset.ended = detail.at; tick(); }
  });
  tick();
  setInterval(tick, 1000);
}
