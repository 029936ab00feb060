// What an earlier life of the browser left on this computer: shown, never dropped by itself.

import { ask } from "./ask.js";
import * as journal from "./journal.js";
import { say, shortClock } from "./words.js";

const form = document.getElementById("call");
const here = document.querySelector("[data-found-here]");

async function openElsewhere() {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.map((lock) => lock.name.replace("desk:", "")));
}

function urlOf(key) {
  return form.dataset.draftUrl.replace(/[^/]+\/$/, `${key}/`);
}

async function keep(key, body, notice) {
  const answer = await ask(urlOf(key), {
    method: "PATCH", body: JSON.stringify({ base: 0, changes: {}, ...body, parked: true }),
    headers: { "Content-Type": "application/json" },
  }).catch(() => null);
  if (!answer?.ok) return;
  await journal.erase(key).catch(() => {});
  notice.remove();
  form.dispatchEvent(new CustomEvent("drafts"));
}

function draw(record) {
  const notice = document.createElement("div");
  notice.className = "notice notice-needs-you desk-found";
  const words = document.createElement("span");
  const { company, name, phone, text } = record.changes;
  words.textContent = say("found", { time: shortClock(record.at), title: company || name || phone || text || "" });
  const on = document.createElement("a");
  on.className = "btn btn-sm";
  on.href = `${form.dataset.deskUrl}?draft=${record.key}`;
  on.textContent = say("continue");
  const park = document.createElement("button");
  park.type = "button";
  park.className = "btn btn-sm btn-quiet";
  park.textContent = say("draft");
  park.addEventListener("click", () => keep(record.key, { base: record.base, changes: record.changes, call: record.call }, notice));
  const actions = document.createElement("span");
  actions.className = "actions";
  actions.append(on, park);
  notice.append(words, actions);
  here.append(notice);
}

export async function showFound() {
  const open = await openElsewhere();
  const records = await journal.all().catch(() => []);
  const mine = records.filter((one) => one.operator === form.dataset.operator && one.key !== form.dataset.key && !open.has(one.key));
  for (const notice of document.querySelectorAll("[data-found]")) {
    const key = notice.dataset.found;
    if (open.has(key)) notice.remove();
    else if (mine.some((one) => one.key === key)) notice.remove();
  }
  for (const record of mine) draw(record);
  for (const button of document.querySelectorAll("[data-park-found]")) {
    button.hidden = false;
    button.addEventListener("click", () => keep(button.dataset.parkFound, {}, button.closest(".notice")));
  }
}
