// The overlay of an ended session: what was typed stays on the page behind it.

const sheet = document.getElementById("relogin");
const form = sheet.querySelector("form");
const refused = sheet.querySelector("[data-refused]");
const token = () => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? "";
let waiting = null;

export function logInAgain() {
  waiting ??= new Promise((resolve) => {
    const before = document.activeElement;
    refused.hidden = true;
    sheet.showModal();
    form.elements.password.focus();
    const done = () => {
      waiting = null;
      form.elements.password.value = "";
      if (sheet.open) sheet.close();
      before?.focus();
      resolve();
    };
    form.onsubmit = (event) => { event.preventDefault(); logIn(done); };
    // Closed with Esc, or logged in in another tab: the next question tells whether it helped.
    sheet.onclose = done;
  });
  return waiting;
}

async function logIn(done) {
  refused.hidden = true;
  const body = new URLSearchParams(new FormData(form));
  const headers = { "X-CSRFToken": token() };
  const answer = await fetch(sheet.dataset.url, { method: "POST", body, headers, redirect: "manual" }).catch(() => null);
  if (answer?.type === "opaqueredirect") return done();
  refused.hidden = false;
  form.elements.password.select();
}
