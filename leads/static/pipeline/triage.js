// Triage by keys: 1 takes up, 2, 3 and H open their choices, a digit chooses among them.

import { free, register, words } from "./act.js";

const sheet = document.getElementById("triage");
const opened = () => sheet.querySelector("details[open][data-key]");

function choose(digit) {
  const choices = opened()?.querySelectorAll("button") ?? [];
  choices[digit - 1]?.click();
}

function press(key) {
  const target = sheet.querySelector(`[data-key="${key}"]`);
  if (target.matches("details")) {
    for (const other of sheet.querySelectorAll("details[data-key]")) other.open = other === target && !other.open;
    if (target.open) target.querySelector("button, a").focus();
  } else target.click();
}

// A deed pressed twice is done once.
document.addEventListener("submit", (event) => {
  if (!sheet?.contains(event.target)) return;
  if (sheet.dataset.sent) event.preventDefault();
  sheet.dataset.sent = "yes";
});
window.addEventListener("pageshow", (event) => { if (event.persisted) delete sheet?.dataset.sent; });

if (sheet) {
  const label = (key) => sheet.querySelector(`[data-key="${key}"]`).textContent.trim().replace(/^\S/, "").trim().split("\n")[0];
  for (let digit = 1; digit <= 9; digit += 1) {
    register({ place: words.lists, code: `Digit${digit}`, label: digit < 4 ? label(String(digit)) : "", when: free, run: () => {
      if (opened()) choose(digit);
      else if (digit < 4) press(String(digit));
      else return false;
      return true;
    } });
  }
  register({ place: words.lists, code: "KeyH", label: label("H"), run: () => press("H"), when: free });
  register({ place: words.lists, code: "KeyJ", label: label("J"), run: () => press("J"), when: free });
  register({ place: words.lists, code: "Escape", label: "", when: () => free() && opened(), run: () => { opened().open = false; } });
}
