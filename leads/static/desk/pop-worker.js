// One for all tabs of a browser: asks which calls ring at this person's phone and tells every tab.
// Timers of a hidden tab are slowed down, those of a shared worker are not.

import { ask } from "./pop-ask.js";

const tabs = new Set();
let told = null;

self.addEventListener("connect", ({ ports: [tab] }) => {
  tabs.add(tab);
  tab.addEventListener("message", ({ data }) => {
    if (data.bye) tabs.delete(tab);
    else if (data.url) begin(data.url);
  });
  tab.start();
  if (told !== null) tab.postMessage(told);
});

let begun = false;
function begin(url) {
  if (begun) return;
  begun = true;
  ask(url, (answer) => {
    told = answer;
    for (const tab of tabs) tab.postMessage(answer);
  });
}
