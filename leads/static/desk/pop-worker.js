// One for all tabs of a browser: asks which calls ring at this person's phone and tells every tab.
// Timers of a hidden tab are slowed down, those of a shared worker are not.

import { ask } from "./pop-ask.js";

const tabs = new Set();
let told = null;

self.addEventListener("connect", ({ ports: [tab] }) => {
  tab.addEventListener("message", ({ data }) => {
    if (data.bye) return tabs.delete(tab);
    // A page that Back brought out of memory says its address anew.
    tabs.add(tab);
    if (told !== null) tab.postMessage(told);
    return begin(data.url);
  });
  tab.start();
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
