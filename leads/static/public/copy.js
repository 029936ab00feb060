// Buttons that copy a text; without a clipboard they stay hidden and the text can be selected.

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      document.dispatchEvent(new CustomEvent("announce", { detail: { value: button.dataset.copied } }));
    });
  }
}
