// The board: a card is moved by drag, by [ and ], or by its button; all three send the same form.

import { announce, dialog, free, here, openAsk, register, send, words } from "./act.js";
import { address, bindRows, current, go, onRow } from "./rows.js";

const board = () => document.getElementById("board");
const columns = () => [...board().querySelectorAll("ul[data-stage]")];
const open = () => columns().filter((one) => !one.closest(".closing"));

function told(id, who) {
  const card = document.getElementById(id);
  if (!card) return announce(who);
  go(card);
  const column = card.closest("ul");
  const place = [...column.querySelectorAll("[data-row]")].indexOf(card) + 1;
  const facts = { who, stage: column.dataset.label, place, all: column.dataset.total };
  return announce(words.moved.replace(/\{(\w+)\}/g, (_, name) => facts[name]));
}

async function move(card, from, to) {
  const who = card.querySelector("a").textContent.trim();
  const body = new FormData();
  body.set("to", to.dataset.stage);
  body.set("was", from.dataset.stage);
  body.set("back", here());
  // What the dialog still asks for ends on the card too.
  dialog.dataset.focus = card.id;
  const done = await send(`${address(card)}advance/`, body, { focus: card.id, silent: true });
  if (done) told(card.id, who);
  return done;
}

// Wherever it was put, it stands where it came from until the server agrees.
function drag(list) {
  window.Sortable.create(list, {
    group: "cards", draggable: "[data-row]", filter: "button", preventOnFilter: false, sort: false, delay: 150, delayOnTouchOnly: true,
    onEnd: async ({ item, from, to, oldIndex }) => {
      if (from === to) return;
      const back = () => { if (item.isConnected) from.insertBefore(item, from.children[oldIndex] ?? null); };
      if (await move(item, from, to)) return;
      back();
      go(item);
    },
  });
}

const shift = (by) => onRow((card) => {
  const all = open();
  const from = card.closest("ul");
  const to = all[all.indexOf(from) + by];
  if (to) move(card, from, to);
});

const aside = (by) => () => {
  const all = open();
  const card = current();
  const at = card ? all.indexOf(card.closest("ul")) : -1;
  const filled = by > 0 ? all.slice(at + 1) : all.slice(0, Math.max(at, 0)).reverse();
  const place = card ? [...card.closest("ul").querySelectorAll("[data-row]")].indexOf(card) : 0;
  const cards = filled.map((one) => [...one.querySelectorAll("[data-row]")]).find((one) => one.length);
  if (cards) go(cards[Math.min(place, cards.length - 1)]);
};

for (const [code, label, run] of [
  ["KeyH", words.left, aside(-1)],
  ["KeyL", words.right, aside(1)],
  ["BracketLeft", words.back, shift(-1)],
  ["BracketRight", words.on, shift(1)],
]) register({ place: words.lists, code, label, run, when: free });
bindRows();

document.addEventListener("click", (event) => {
  const button = event.target.closest("#board button[name=m]");
  if (!button) return;
  event.preventDefault();
  const card = button.closest("[data-row]");
  dialog.dataset.focus = card.id;
  openAsk(`${address(card)}advance/`);
});

const start = () => columns().forEach(drag);
document.addEventListener("part:fresh", start);
start();
