// The call desk. All keys go by their place on the keyboard; focus stays in the text until Ctrl+Enter
// leads to the outcomes, so that a digit typed is never a digit obeyed.

import { register } from "../hotline/keys.js";
import { ask } from "./ask.js";
import { startClock } from "./clock.js";
import { combobox } from "./combobox.js";
import { Draft } from "./draft.js";
import { showFound } from "./found.js";
import { acceptHere, askBoth, chooseCaller, drawEchoes, typedIn } from "./panes.js";
import { save } from "./save.js";
import { say } from "./words.js";

const form = document.getElementById("call");
const WHO = new Set(["phone", "name", "company", "email", "tax_id"]);
let industries = null;

function enhance() {
  industries = combobox(form.elements.industry, acceptHere);
  drawEchoes();
}

const draft = new Draft(form);
enhance();

const control = (name) => form.elements[name];
const inOutcomes = () => Boolean(document.activeElement?.closest("#outcomes"));
const send = () => save(draft, enhance);

function changed(name) {
  draft.typed();
  typedIn(name);
}

form.addEventListener("input", (event) => { if (event.target.name) changed(event.target.name); });
form.addEventListener("change", (event) => {
  if (event.target.name === "outcome") form.dataset.outcomeSaid = "yes";
  if (event.target.name) changed(event.target.name);
});
form.addEventListener("typed", (event) => changed(event.detail));
form.addEventListener("set", (event) => { if (event.target.name) typedIn(event.target.name); });
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (event.submitter?.hasAttribute("data-park")) park();
  else send();
});

// Enter goes on to the next field; only the text has lines.
form.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.code !== "Enter") return;
  if (event.target.matches("#outcomes input")) { event.preventDefault(); send(); return; }
  if (!event.target.matches("input:not([type=radio]), select")) return;
  event.preventDefault();
  const fields = [...document.querySelectorAll("#fields input:not([type=hidden]), #fields select:not([hidden]), #fields textarea")];
  fields[fields.indexOf(event.target) + 1]?.focus();
});

async function leaveFor(url) {
  if (await draft.park()) { draft.over = true; location.assign(url); }
}

function park() {
  if (!draft.isEmpty()) return leaveFor(form.dataset.deskUrl);
  const last = document.querySelector("[data-resume]");
  if (last) location.assign(last.href);
}

function toOutcomes() {
  if (inOutcomes()) return send();
  const chosen = document.querySelector("#outcomes input:checked") ?? document.querySelector("#outcomes input");
  chosen.focus();
}

function toMatches() {
  const side = document.getElementById("side");
  if (document.activeElement === side) control("text").focus();
  else side.focus();
}

const place = say("place");
const key = (code, name, run, more = {}) => register({ place, code, label: say(name), run, typing: true, ...more });
key("F2", "new", () => leaveFor(form.dataset.deskUrl));
key("F4", "phone", () => { control("phone").focus(); control("phone").select(); });
key("F8", "matches", toMatches);
key("F9", "park", () => { park(); });
for (const block of [1, 2, 3, 4, 5, 6]) {
  key(`Alt+Digit${block}`, `block${block}`, () => document.querySelector(`[data-block="${block}"]`).querySelector("input:not([type=hidden]), select:not([hidden]), textarea").focus());
}
key("Ctrl+Enter", "save", toOutcomes);
key("Ctrl+Shift+Enter", "keep", () => { if (!draft.isEmpty()) park(); });
key("ArrowDown", "accept", (event) => acceptHere(event.target), { when: () => !WHO.has(document.activeElement?.name) && document.activeElement?.role !== "combobox" });
key("ArrowDown", "choose", () => chooseCaller(1), { repeat: true, when: () => WHO.has(document.activeElement?.name) });
key("ArrowUp", "choose", () => chooseCaller(-1), { repeat: true, when: () => WHO.has(document.activeElement?.name) });
key("Escape", "escape", () => industries.close(), { when: () => industries.isOpen() });
[...document.querySelectorAll("#outcomes input")].forEach((radio, at) => {
  key(`Digit${at + 1}`, "outcome", () => { document.querySelectorAll("#outcomes input")[at].checked = true; send(); }, { typing: false, when: inOutcomes, label: say("outcome", { n: at + 1 }) });
});

// The line of the script follows the focus; it never forces an order.
function script(target) {
  const block = target?.closest?.("[data-block]")?.dataset.block ?? "1";
  for (const line of document.querySelectorAll("[data-script-of]")) line.hidden = line.dataset.scriptOf !== block;
}

document.querySelector("[data-script]").hidden = false;
form.addEventListener("focusin", (event) => script(event.target));
script(null);

document.querySelector("[data-new]").addEventListener("click", (event) => { event.preventDefault(); leaveFor(event.currentTarget.href); });
form.addEventListener("drafts", () => { if (draft.isEmpty()) location.reload(); });

// Another module leads away, to a call that pops: what stands here is parked first.
document.addEventListener("desk:go", (event) => leaveFor(event.detail.url));

startClock();
// A page that Back brought out of the browser's memory goes on as it stands.
addEventListener("pageshow", (event) => { if (event.persisted) { draft.over = false; draft.typed(); } });
await draft.recover();
await showFound();
if (!draft.isEmpty()) askBoth();
if (!document.querySelector(".field-wrong")) control(form.elements.call.value || !draft.isEmpty() ? "text" : "phone").focus();
form.dataset.ready = "yes";

// What the page before this one sent in its last moment may arrive after this one was drawn.
if (document.referrer.startsWith(location.origin + form.dataset.deskUrl)) {
  setTimeout(async () => {
    const answer = await ask(form.dataset.deskUrl).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.querySelector("#drafts nav")?.remove();
    const parked = page.querySelector("#drafts nav");
    if (parked) document.getElementById("drafts").append(parked);
  }, 1200);
}
