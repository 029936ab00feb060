// Who calls and what fits, asked while the operator types. Answers that come late are dropped.

import { ask } from "./ask.js";
import { setField } from "./fields.js";

const form = document.getElementById("call");
const ABOUT_CALLER = new Set(["phone", "company", "email", "tax_id", "hidden"]);
const ABOUT_NEED = new Set(["text", "industry", "capex", "land", "power", "gas"]);

class Pane {
  constructor(id, url, wait, after) {
    this.box = document.getElementById(id);
    Object.assign(this, { url, wait, after });
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fetch(), this.wait);
  }

  async fetch() {
    this.asked?.abort();
    this.asked = new AbortController();
    this.box.setAttribute("aria-busy", "true");
    try {
      const answer = await ask(this.url, { method: "POST", body: new URLSearchParams(new FormData(form)), signal: this.asked.signal });
      if (answer.ok) this.show(await answer.text());
      this.box.removeAttribute("aria-busy");
    } catch (error) {
      if (error.name !== "AbortError") this.box.removeAttribute("aria-busy");
    }
  }

  show(html) {
    if (html === this.shown) return;
    this.shown = html;
    const focused = this.box.contains(document.activeElement) ? document.activeElement.id : "";
    const unfolded = this.box.querySelector("details")?.open;
    this.box.innerHTML = html;
    if (focused) document.getElementById(focused)?.focus();
    if (unfolded) this.box.querySelector("details")?.setAttribute("open", "");
    this.after?.();
  }
}

// Under each field: as it was understood, or what the words say for it.
export function drawEchoes() {
  const told = document.querySelector("[data-echoes]");
  for (const place of document.querySelectorAll(".echo[id^=echo-]")) {
    const name = place.id.slice(5);
    const found = told ? [...told.querySelectorAll(`[data-echo="${name}"]`)] : [];
    place.replaceChildren(...found.flatMap((one) => drawEcho(one)));
    place.classList.toggle("field-doubt", found.some((one) => "wrong" in one.dataset));
    place.dataset.accept = found[0]?.dataset.accept ?? "";
  }
  suggestOutcome(told?.dataset.kind);
}

function drawEcho(one) {
  const { echo, accept } = one.dataset;
  if (!accept) return [one.textContent.trim() + " "];
  const button = document.createElement("button");
  button.type = "button";
  button.tabIndex = -1;
  button.className = "accept";
  button.textContent = one.textContent.trim();
  button.addEventListener("click", () => accepted(echo, accept));
  const key = document.createElement("kbd");
  key.textContent = "↓";
  return [button, key, " "];
}

function accepted(name, value) {
  setField(form, name, value);
  form.dispatchEvent(new CustomEvent("typed", { detail: name }));
}

// In an empty field with a suggestion: take it. Whether there was one.
export function acceptHere(control) {
  const value = document.getElementById(`echo-${control.dataset.of ?? control.name}`)?.dataset.accept;
  if (!value || control.value || control.tagName === "SELECT") return false;
  accepted(control.dataset.of ?? control.name, value);
  return true;
}

// Only while the operator has not said it himself.
function suggestOutcome(kind) {
  if (form.dataset.outcomeSaid) return;
  const value = { consultation: "consultation", other: "off_topic" }[kind] ?? "inquiry";
  if (form.elements.outcome.value !== value) form.elements.outcome.value = value;
}

const caller = new Pane("caller", form.dataset.callerUrl, 200);
const reading = new Pane("reading", form.dataset.readingUrl, 250, drawEchoes);

export function typedIn(name) {
  if (ABOUT_CALLER.has(name)) caller.soon();
  if (ABOUT_NEED.has(name)) reading.soon();
}

export function askBoth() {
  caller.fetch();
  reading.fetch();
}

// The next or previous contact who may be calling.
export function chooseCaller(step) {
  const radios = [...document.querySelectorAll("#caller [name=contact]")];
  if (radios.length < 2) return false;
  const at = radios.findIndex((one) => one.checked);
  const chosen = radios[(at + step + radios.length) % radios.length];
  chosen.checked = true;
  form.dispatchEvent(new CustomEvent("typed", { detail: "contact" }));
  document.dispatchEvent(new CustomEvent("announce", { detail: { value: chosen.labels[0].textContent.trim() } }));
  return true;
}

