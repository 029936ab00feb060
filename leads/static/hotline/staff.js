// What every staff page does beside page.js.

import "./bell.js";
import "./keys.js";
import "./palette.js";
import "./session.js";

// What the desk keeps of unsaved calls on this computer goes with the one who typed it; first the
// server gets it, if it can be reached.
const LEAVE_MS = 2000;

function forget() {
  return new Promise((done) => {
    const request = indexedDB.deleteDatabase("desk");
    request.onsuccess = request.onerror = done;
  });
}

async function logOut(form) {
  const first = [];
  document.dispatchEvent(new CustomEvent("logout", { detail: first }));
  const late = new Promise((done) => { setTimeout(done, LEAVE_MS); });
  await Promise.race([Promise.allSettled(first).then(forget), late]);
  form.submit();
}

for (const form of document.querySelectorAll("form[action$='/logout/']")) {
  form.addEventListener("submit", (event) => { event.preventDefault(); logOut(form); });
}
