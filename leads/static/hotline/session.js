// An expired session: log in over the page, so that what was typed stays; then ask again.

const here = () => document.getElementById("login-again");
let waiting;

function headers() {
  return JSON.parse(document.body.getAttribute("hx-headers:inherited") ?? "{}");
}

export const token = () => headers()["X-CSRFToken"];

// A log-in brings another token: forms and requests of this page take it.
function renew(fresh) {
  document.body.setAttribute("hx-headers:inherited", JSON.stringify({ ...headers(), "X-CSRFToken": fresh }));
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = fresh;
}

async function draw(sheet, response) {
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const form = page.querySelector("main form");
  const fresh = page.body.getAttribute("hx-headers:inherited");
  if (!new URL(response.url).pathname.startsWith(sheet.dataset.login)) return JSON.parse(fresh ?? "{}")["X-CSRFToken"] ?? "";
  form.setAttribute("action", sheet.dataset.login);
  sheet.querySelector("[data-form]").replaceChildren(document.adoptNode(form));
  form.querySelector("input:not([type=hidden])").focus();
  return undefined;
}

async function wait(sheet) {
  const before = document.activeElement;
  const address = `${sheet.dataset.login}?next=${encodeURIComponent(sheet.dataset.next)}`;
  sheet.showModal();
  let known = await draw(sheet, await fetch(address));
  while (known === undefined) {
    const form = sheet.querySelector("form");
    const body = await new Promise((resolve) => {
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        resolve(new FormData(form));
      }, { once: true });
    });
    body.set("next", sheet.dataset.next);
    known = await draw(sheet, await fetch(sheet.dataset.login, { method: "POST", body }));
  }
  renew(known);
  sheet.close();
  before?.focus();
}

// Resolves when somebody is logged in again; one overlay however many requests were refused.
export function login() {
  waiting ??= wait(here()).finally(() => { waiting = undefined; });
  return waiting;
}

// htmx would leave the page and lose what was typed.
document.addEventListener("htmx:before:response", (event) => {
  if (event.detail.ctx?.response?.status !== 401) return;
  event.preventDefault();
  const source = event.detail.ctx.sourceElement;
  login().then(() => source?.dispatchEvent(new CustomEvent("again", { bubbles: true })));
});
