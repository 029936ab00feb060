// The ringing call on every page of the operator: a strip on top that never takes the page away.
// The fragment is our own server's, with user text escaped; what changed in it is announced by the
// live region around it, and the title blinks for a tab in the background.

import { ask } from "./pop-ask.js";

const strip = document.getElementById("ringing");
const title = document.title;

function show(fragment) {
  strip.innerHTML = fragment;
  const ringing = strip.querySelector('[data-state="ringing"] .ringing-who');
  document.title = ringing ? `☎ ${ringing.textContent.trim().replace(/\s+/g, " ")}` : title;
  // The card of this very call is open below: it need not be offered once more.
  const open = new URLSearchParams(location.search).get("call");
  if (open) strip.querySelector(`[data-call="${CSS.escape(open)}"] a`)?.remove();
  document.dispatchEvent(new CustomEvent("ringing", { detail: { strip } }));
}

function withWorker() {
  const worker = new SharedWorker(strip.dataset.worker, { type: "module", name: "ringing" });
  worker.onerror = withoutWorker;
  worker.port.addEventListener("message", ({ data }) => show(data));
  worker.port.start();
  const greet = () => worker.port.postMessage({ url: strip.dataset.url });
  greet();
  addEventListener("pagehide", () => worker.port.postMessage({ bye: true }));
  addEventListener("pageshow", ({ persisted }) => persisted && greet());
}

// Without a shared worker one tab asks, the one that holds the lock, and tells the others.
function withoutWorker() {
  const others = new BroadcastChannel("ringing");
  others.addEventListener("message", ({ data }) => (data === "?" ? tell() : show(data)));
  let last = null;
  const tell = () => last !== null && others.postMessage(last);
  others.postMessage("?");
  navigator.locks.request("ringing", () =>
    ask(strip.dataset.url, (fragment) => {
      last = fragment;
      show(fragment);
      tell();
    }),
  );
}

if ("SharedWorker" in window) withWorker();
else withoutWorker();
