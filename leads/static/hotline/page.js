// What every page does: the theme switch, focus on an error summary, words for the status region.

const root = document.documentElement;

function showTheme(theme) {
  if (theme === "system") delete root.dataset.bsTheme;
  else root.dataset.bsTheme = theme;
  for (const button of document.querySelectorAll("[data-theme-choice]")) {
    button.setAttribute("aria-pressed", String(button.dataset.themeChoice === theme));
  }
}

function chooseTheme(theme) {
  const age = theme === "system" ? 0 : 31536000;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `theme=${theme}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;
  showTheme(theme);
}

// Says a sentence in the permanent status region; the same sentence twice is said twice.
function announce(sentence) {
  const region = document.getElementById("status");
  region.textContent = "";
  setTimeout(() => { region.textContent = sentence; }, 50);
}

// Once each: a later swap elsewhere must not pull the reader back.
function focusSummary() {
  const summary = document.querySelector("[data-takes-focus]");
  if (!summary) return;
  delete summary.dataset.takesFocus;
  summary.focus();
}

for (const chooser of document.querySelectorAll(".theme-switch")) {
  chooser.hidden = false;
  chooser.addEventListener("click", (event) => {
    const button = event.target.closest("[data-theme-choice]");
    if (button) chooseTheme(button.dataset.themeChoice);
  });
}
showTheme(root.dataset.bsTheme ?? "system");
focusSummary();

document.addEventListener("htmx:after:swap", focusSummary);
// From a server's HX-Trigger header or another module's CustomEvent("announce", {detail: {value}}).
document.addEventListener("announce", (event) => announce(event.detail.value));
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
});
