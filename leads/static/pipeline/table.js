// The table: rows are ticked for a deed, cells are edited in their place.

import { free, register, request, toast, words } from "./act.js";
import { address, bindRows, current, onRow, rows, step } from "./rows.js";

const boxes = () => [...document.querySelectorAll("#many [name=keys]")];
const box = (row) => row?.querySelector("[name=keys]");

function count() {
  const said = document.querySelector("[data-ticked]");
  if (!said) return;
  said.dataset.none ??= said.textContent;
  const ticked = boxes().filter((one) => one.checked).length;
  said.textContent = ticked ? said.dataset.one.replace("{count}", ticked) : said.dataset.none;
  for (const one of boxes()) one.closest("tr").setAttribute("aria-selected", String(one.checked));
}

function tick(row, checked) {
  const field = box(row);
  if (!field) return;
  field.checked = checked ?? !field.checked;
  count();
}

const extend = (by) => () => {
  tick(current(), true);
  step(by);
  tick(current(), true);
};

// Several ticked: the deed is for them; else for the row with the focus.
const deed = (name) => {
  if (!boxes().some((one) => one.checked)) return false;
  document.querySelector(`#many [name=deed][value=${name}]`)?.click();
  return true;
};

async function edit(row, cell = "amount") {
  const place = row.querySelector(`[data-cell=${cell}]`);
  const response = place && (await request(`${address(row)}cell/${cell}/`));
  if (!response?.ok) {
    if (response) toast(words.refused, { bad: true });
    return;
  }
  const before = [...place.childNodes];
  place.innerHTML = await response.text();
  ready(row, place, before, cell);
}

function ready(row, place, before, cell) {
  const field = place.querySelector("input:not([type=hidden])");
  field.focus();
  field.select();
  field.addEventListener("keydown", async (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      place.replaceChildren(...before);
      row.querySelector("a").focus();
    } else if (event.key === "Enter") {
      event.preventDefault();
      const fields = [...place.querySelectorAll("input")].map((one) => [one.name, one.value]);
      const body = new FormData();
      fields.forEach(([name, value]) => body.set(name, value));
      const response = await request(place.querySelector(".cell").dataset.url, body);
      if (!response) return;
      if (response.ok) saved(row, await response.text(), cell);
      else if (response.status === 422) {
        place.innerHTML = await response.text();
        ready(row, place, before, cell);
      } else toast(words.refused, { bad: true });
    }
  });
}

// Enter goes on to the same cell of the next row.
function saved(row, html, cell) {
  const made = document.createElement("template");
  made.innerHTML = html.trim();
  const fresh = made.content.firstElementChild;
  const checked = box(row)?.checked;
  row.replaceWith(fresh);
  if (checked) tick(fresh, true);
  const all = rows();
  const next = all[all.indexOf(fresh) + 1];
  if (next) edit(next, cell);
  else fresh.querySelector("a").focus();
}

bindRows();
for (const [code, label, run] of [
  ["KeyX", words.select, onRow((row) => tick(row))],
  ["Shift+KeyJ", words.select, extend(1)],
  ["Shift+KeyK", words.select, extend(-1)],
  ["KeyE", words.edit, onRow((row) => edit(row))],
  ["Shift+KeyE", words.edit, onRow((row) => edit(row, "due"))],
]) register({ place: words.lists, code, label, run, when: free });
for (const [code, name] of [["KeyS", "advance"], ["KeyA", "assign"], ["KeyD", "step"]]) {
  const some = () => free() && boxes().some((one) => one.checked);
  register({ place: words.lists, code, label: "", run: () => deed(name), when: some });
}

document.addEventListener("change", (event) => { if (event.target.closest("#many")) count(); });
document.addEventListener("dblclick", (event) => {
  const cell = event.target.closest("[data-cell]");
  if (cell) edit(cell.closest("[data-row]"), cell.dataset.cell);
});
count();
