// The palette (Ctrl+K): what is at hand, and from two characters on what was found.
//
// The text goes by POST, so it stands in no address and no log. An answer that a newer text has
// overtaken is dropped; one that does not come leaves the rows and says so.

import { keycaps, register } from "./keys.js";

const SHORTEST = 2;
const PAUSE_MS = 180;
const SLOW_MS = 300;
const dialog = document.getElementById("palette");

function start() {
  const form = dialog.querySelector("form");
  const input = form.elements.text;
  const found = dialog.querySelector("[data-found]");
  const failed = dialog.querySelector("[data-failed]");
  const status = dialog.querySelector("[data-status]");
  let asking = null;
  let asked = null;
  let shown = null;
  let entered = false;
  let timer = 0;

  const options = () => [...found.querySelectorAll("[role=option]")];
  const chosen = () => found.querySelector("[aria-selected=true]");

  function choose(option) {
    chosen()?.setAttribute("aria-selected", "false");
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    } else input.removeAttribute("aria-activedescendant");
  }

  function move(by) {
    const all = options();
    if (all.length) choose(all.at((all.indexOf(chosen()) + by + all.length) % all.length));
  }

  function drawKeys(row) {
    for (const part of keycaps(row.dataset.code)) {
      const cap = document.createElement("kbd");
      cap.append(part.join(" "));
      row.append(cap);
    }
  }

  function show(html) {
    found.innerHTML = html;
    for (const row of found.querySelectorAll("[data-code]")) drawKeys(row);
    const all = options();
    input.setAttribute("aria-expanded", String(all.length > 0));
    choose(all[0]);
    found.scrollTop = 0;
    const words = `${dialog.dataset.count} ${all.length}`;
    status.textContent = found.querySelector(".palette-none")?.textContent ?? words;
  }

  // Less than two characters is no text: what is at hand, then.
  const wanted = () => (input.value.trim().length < SHORTEST ? "" : input.value.trim());

  async function ask() {
    clearTimeout(timer);
    const text = wanted();
    if (text === asked && failed.hidden) return;
    asking?.abort();
    const mine = (asking = new AbortController());
    asked = text;
    const slow = setTimeout(() => found.setAttribute("aria-busy", "true"), SLOW_MS);
    form.elements.path.value = location.pathname;
    const body = new FormData(form);
    body.set("text", text);
    try {
      const answer = await fetch(form.action, { method: "POST", body, signal: mine.signal });
      // A page to log in on is no answer either.
      if (answer.redirected || !(answer.ok || answer.status === 422)) throw new Error(answer.status);
      const html = await answer.text();
      if (mine !== asking) return;
      failed.hidden = true;
      shown = text;
      show(html);
      if (entered) chosen()?.click();
    } catch {
      if (mine !== asking) return;
      failed.hidden = false;
    } finally {
      clearTimeout(slow);
      if (mine !== asking) return;
      entered = false;
      found.removeAttribute("aria-busy");
    }
  }

  function open() {
    if (dialog.open) return dialog.close();
    asked = shown = null;
    input.value = "";
    dialog.showModal();
    input.focus();
    ask();
  }

  // An answer to a text that is out of date must not come late under a new one.
  dialog.addEventListener("close", () => {
    clearTimeout(timer);
    asking?.abort();
    asking = null;
    entered = false;
    found.removeAttribute("aria-busy");
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    entered = false;
    timer = setTimeout(ask, PAUSE_MS);
  });
  dialog.querySelector("[data-again]").addEventListener("click", () => {
    input.focus();
    ask();
  });
  found.addEventListener("pointermove", (event) => {
    const row = event.target.closest("[role=option]");
    if (row && row !== chosen()) choose(row);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  dialog.addEventListener("keydown", (event) => {
    // No key of the page below counts here, except the one that closes.
    if (event.isComposing) return;
    if (event.code === "KeyK" && event.ctrlKey) return;
    event.stopPropagation();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      move(step);
    } else if (event.key === "Enter" && event.target === input) {
      event.preventDefault();
      // Enter opens what was typed: when its answer is still under way, as soon as it is here.
      if (wanted() === shown) return chosen()?.click();
      entered = true;
      ask();
    }
  });

  const { everywhere, label } = dialog.dataset;
  register({ place: everywhere, code: "Ctrl+KeyK", label, run: open, typing: true });
  for (const button of document.querySelectorAll("[data-palette-open]")) {
    button.hidden = false;
    button.addEventListener("click", open);
  }
}

// The sections of the page head, each by its chord.
for (const link of document.querySelectorAll(".sitenav [data-code]")) {
  const place = document.getElementById("keys")?.dataset.everywhere ?? "";
  register({ place, code: link.dataset.code, label: link.textContent, run: () => link.click() });
}
if (dialog) start();
