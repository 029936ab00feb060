// A district under the pointer or the focus is lit in the lists and on the map alike.

function light(event) {
  const named = event.target.closest?.("[data-district]");
  for (const one of document.querySelectorAll("[data-district]")) {
    one.classList.toggle("lit", one.dataset.district === named?.dataset.district);
  }
}

document.addEventListener("pointerover", light);
document.addEventListener("focusin", light);
