// J and K through the rows of a list, wherever their columns stand; the list goes along when one opens.

import { free, openAsk, register, words } from "./act.js";

export const rows = () => [...document.querySelectorAll("[data-row]")];
export const current = () => document.activeElement?.closest("[data-row]") ?? null;
export const address = (row) => row.querySelector("a[href^='/inquiries/']").getAttribute("href");

export function go(row) {
  row?.querySelector("a")?.focus();
  row?.scrollIntoView({ block: "nearest" });
}

export function step(by) {
  const all = rows();
  const at = all.indexOf(current());
  go(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]);
}

// On the row with the focus; the first one when none has it.
export const onRow = (run) => () => {
  const row = current();
  if (!row) return step(1);
  return run(row);
};

const bind = (code, label, run) => register({ place: words.lists, code, label, run, when: free, repeat: code === "KeyJ" || code === "KeyK" });

export function bindRows() {
  bind("KeyJ", words.down, () => step(1));
  bind("KeyK", words.up, () => step(-1));
  bind("Space", words.peek, () => (current() ? openAsk(`${address(current())}peek/`) : false));
  bind("KeyS", words.stage, onRow((row) => openAsk(`${address(row)}advance/`)));
  bind("KeyA", words.assign, onRow((row) => openAsk(`${address(row)}assign/`)));
  bind("KeyD", words.step, onRow((row) => openAsk(`${address(row)}next-step/`)));
}

// The inquiry's page leads to its neighbours in the very list it was opened from.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-row] a[href^='/inquiries/']");
  if (!link) return;
  const numbers = [...new Set(rows().map(address))];
  sessionStorage.setItem("queue", JSON.stringify({ list: location.pathname + location.search, numbers }));
});
