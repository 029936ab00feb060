// Asks the server as the operator of this page. An ended session is mended in place: ask() waits until
// he has logged in again over the page, then asks once more.

import { logInAgain } from "./relogin.js";

const form = document.getElementById("call");

export function token() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? form.elements.csrfmiddlewaretoken.value;
}

export async function ask(url, options = {}) {
  const headers = { "X-Desk": "1", "X-Operator": form.dataset.operator, "X-CSRFToken": token(), ...options.headers };
  const answer = await fetch(url, { ...options, headers, redirect: "error" });
  if (answer.status !== 401) return answer;
  await logInAgain();
  form.elements.csrfmiddlewaretoken.value = token();
  return ask(url, options);
}
