// Saves the call without leaving the page until the server has it: a lost connection keeps the form.

import { ask } from "./ask.js";
import { say } from "./words.js";

const AGAIN_MS = 2000;
const form = document.getElementById("call");
let busy = false;

const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

async function post() {
  for (;;) {
    const answer = await ask(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) }).catch(() => null);
    if (answer && answer.status < 500) return answer;
    const said = document.querySelector("[data-kept]");
    said.dataset.kept = "offline";
    said.textContent = say("logging");
    await pause(AGAIN_MS);
  }
}

// Refused: the fields with their errors, as the server drew them; what was typed stands in them.
function showErrors(html, again) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const id of ["fields", "outcomes"]) document.getElementById(id).replaceWith(page.getElementById(id));
  again();
  const summary = document.querySelector("[data-takes-focus]");
  delete summary?.dataset.takesFocus;
  (summary ?? document.querySelector(".field-wrong input, .field-wrong textarea"))?.focus();
}

export async function save(draft, again) {
  if (busy) return;
  busy = true;
  form.setAttribute("aria-busy", "true");
  try {
    clearTimeout(draft.quiet);
    await draft.sending;
    const answer = await post();
    if (answer.status === 422) return showErrors(await answer.text(), again);
    if (!answer.ok) return form.submit();
    const { go } = await answer.json();
    await draft.finish();
    location.assign(go);
  } finally {
    busy = false;
    form.removeAttribute("aria-busy");
  }
}
