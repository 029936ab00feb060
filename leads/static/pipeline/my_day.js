// My day by keys: 1 done, then a digit says what comes next; 2 moves it to tomorrow; the next row follows.

import { free, register, words } from "./act.js";
import { bindRows, current, go, onRow, rows, step } from "./rows.js";

const opened = () => document.querySelector("#day details[open].then");

// Whatever is done with a row, the one after it gets the focus.
function pass(row) {
  const all = rows();
  const next = all[all.indexOf(row) + 1] ?? all[all.indexOf(row) - 1];
  for (const form of row.querySelectorAll("form[data-act]")) form.dataset.focus = next?.id ?? "day-title";
}

document.addEventListener("submit", (event) => {
  const row = event.target.closest("#day [data-row]");
  if (row) pass(row);
}, true);

document.addEventListener("toggle", (event) => {
  if (!event.target.matches("#day .then") || !event.target.open) return;
  for (const other of document.querySelectorAll("#day details[open].then")) if (other !== event.target) other.open = false;
}, true);

bindRows();
for (let digit = 1; digit <= 6; digit += 1) {
  register({ place: words.lists, code: `Digit${digit}`, label: "", when: free, run: () => {
    const choices = opened();
    if (choices) choices.querySelector(`[data-digit="${digit}"]`)?.click();
    else if (digit === 1) onRow((row) => { row.querySelector(".then").open = true; })();
    else if (digit === 2) onRow((row) => row.querySelector("[data-postpone]")?.click())();
    else return false;
    return true;
  } });
}
register({ place: words.lists, code: "Escape", label: "", when: () => free() && opened(), run: () => {
  const row = opened().closest("[data-row]");
  opened().open = false;
  go(row);
} });
if (!current() && !document.querySelector("#said")) step(1);
