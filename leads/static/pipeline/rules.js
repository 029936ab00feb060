// Alt+↑ and Alt+↓ press the move buttons of the rule in which the focus stands.

document.addEventListener("keydown", (event) => {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const way = { ArrowUp: "up", ArrowDown: "down" }[event.key];
  const rule = event.target.closest("[data-rule]");
  if (!way || !rule) return;
  event.preventDefault();
  const button = rule.querySelector(`[data-move="${way}"]`);
  button.focus();
  button.click();
});
