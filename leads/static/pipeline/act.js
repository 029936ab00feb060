// Sends the forms of the workplace without leaving the page; without a script they are plain forms.
// A form [data-act] is answered by its list, whose [data-part]s are put in place of the shown ones,
// or by a form that asks for what is missing, which opens in the dialog.

import { isTyping, register } from "../hotline/keys.js";
import { login, token } from "../hotline/session.js";

export const words = document.getElementById("words").dataset;
export const dialog = document.getElementById("ask");
const toasts = document.getElementById("toasts");
const SHOWN_MS = 10_000;

export const free = () => !dialog.open && !document.getElementById("keys")?.open;
export const here = () => location.pathname + location.search;
export const withBack = (url) => `${url}${url.includes("?") ? "&" : "?"}back=${encodeURIComponent(here())}`;

export function announce(value) {
  document.dispatchEvent(new CustomEvent("announce", { detail: { value } }));
}

// The answer, or undefined when there was none: then the page says so and keeps all as it is.
export async function request(url, body) {
  try {
    const options = { headers: { "HX-Request": "true", "X-CSRFToken": token() } };
    const response = await fetch(url, body ? { ...options, method: "POST", body } : options);
    if (response.status !== 401) return response;
    await login();
    body?.set("csrfmiddlewaretoken", token());
    return request(url, body);
  } catch {
    toast(words.failed, { bad: true });
    return undefined;
  }
}

export function toast(content, { bad = false } = {}) {
  const note = document.createElement("div");
  note.className = "toast-note";
  note.append(content);
  if (bad) note.setAttribute("role", "alert");
  toasts.append(note);
  let timer;
  const start = () => { timer = setTimeout(() => note.remove(), SHOWN_MS); };
  const stop = () => clearTimeout(timer);
  for (const [event, run] of [["mouseenter", stop], ["focusin", stop], ["mouseleave", start], ["focusout", start]]) note.addEventListener(event, run);
  start();
}

// What the server said goes into toasts, with its button that undoes.
function tell(page, aloud) {
  for (const notice of page.querySelectorAll("#said .notice")) {
    const inner = notice.querySelector("span") ?? notice;
    const undo = inner.querySelector("button");
    const said = document.createElement("span");
    said.append(...document.adoptNode(inner).childNodes);
    if (undo) undo.insertAdjacentHTML("beforeend", "<kbd>Z</kbd>");
    toast(said, { bad: notice.matches(".notice-bad") });
    if (aloud) announce(said.firstChild.textContent);
    notice.remove();
  }
}

// Fields that somebody began to fill elsewhere on the page outlive the swap.
function drafts(part, sent) {
  const kept = [];
  for (const field of part.querySelectorAll("textarea, input[type=text], input:not([type]), select")) {
    const begun = field.matches("select") ? ![...field.options].every((one) => one.selected === one.defaultSelected) : field.value !== field.defaultValue;
    if (begun && field.form && field.form !== sent) kept.push([field.form.getAttribute("action"), field.name, field.value]);
  }
  return kept;
}

function restore(part, kept) {
  for (const [action, name, value] of kept) {
    const form = [...part.querySelectorAll("form")].find((one) => one.getAttribute("action") === action);
    if (form?.elements[name]) form.elements[name].value = value;
  }
}

// Puts the parts of an answered page in place; false when it has none of them.
export function refresh(page, { sent, focus } = {}) {
  const parts = [...document.querySelectorAll("[data-part]")].filter((part) => page.getElementById(part.id));
  if (!parts.length) return false;
  const active = document.activeElement;
  const at = focus ?? (active?.id || active?.closest("[data-row]")?.id);
  for (const part of parts) {
    const kept = drafts(part, sent);
    const open = [...part.querySelectorAll("details[open][id]")].map((one) => one.id);
    const fresh = document.adoptNode(page.getElementById(part.id));
    part.replaceWith(fresh);
    restore(fresh, kept);
    for (const id of open) fresh.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
    window.htmx?.process(fresh);
  }
  document.dispatchEvent(new CustomEvent("part:fresh"));
  const target = at && document.getElementById(at);
  if (target) (target.matches("[data-row]") ? target.querySelector("a") : target).focus();
  return true;
}

export function showInDialog(html) {
  dialog.innerHTML = html;
  window.htmx?.process(dialog);
  if (!dialog.open) dialog.showModal();
  const wrong = dialog.querySelector(".field-wrong input, .field-wrong select, .field-wrong textarea");
  (wrong ?? dialog.querySelector("input:not([type=hidden]), select, textarea, a, button"))?.focus();
}

export async function openAsk(url) {
  const response = await request(withBack(url));
  if (!response) return;
  if (response.ok) showInDialog(await response.text());
  else toast(words.refused, { bad: true });
}

// The page as it stands now, without losing what was begun on it.
export async function reload() {
  const response = await request(here());
  if (response?.ok) refresh(new DOMParser().parseFromString(await response.text(), "text/html"));
}

// True when it is done; false when it was refused, and why stands in the dialog or a toast.
export async function send(url, body, options = {}) {
  const response = await request(url, body);
  if (!response) return false;
  const html = await response.text();
  if (response.status === 422) showInDialog(html);
  if (!response.ok) {
    if (response.status !== 422) toast(words.refused, { bad: true });
    return false;
  }
  const page = new DOMParser().parseFromString(html, "text/html");
  const bad = page.querySelector("#said .notice-bad");
  if (!refresh(page, options)) {
    showInDialog(html);
    return false;
  }
  if (dialog.open) dialog.close();
  tell(page, !options.silent);
  return !bad;
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || !(form.matches("[data-act]") || dialog.contains(form))) return;
  event.preventDefault();
  if (form.dataset.busy) return;
  form.dataset.busy = "yes";
  form.setAttribute("aria-busy", "true");
  const body = new FormData(form, event.submitter);
  if (!body.get("back")) body.set("back", here());
  const focus = form.dataset.focus || dialog.dataset.focus;
  send(event.submitter?.getAttribute("formaction") || form.action, body, { sent: form, focus }).finally(() => {
    delete form.dataset.busy;
    form.removeAttribute("aria-busy");
  });
});

document.addEventListener("click", (event) => {
  const ask = event.target.closest("[data-ask]");
  if (ask && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    openAsk(ask.getAttribute("href"));
  }
  if (event.target.closest("#ask [data-close]")) {
    event.preventDefault();
    dialog.close();
  }
});

// The last thing said that can be undone.
register({ place: words.lists, code: "KeyZ", label: words.undo, when: free, run: () => {
  const last = [...document.querySelectorAll("#toasts [formaction]")].at(-1);
  if (!last) return false;
  last.click();
  last.closest(".toast-note").remove();
  return true;
} });

tell(document, false);
export { isTyping, register };
