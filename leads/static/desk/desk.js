// The desk's keys: Ctrl+Enter saves from any field, F4 goes to the phone. By physical key.

const form = document.getElementById("call");

document.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.code === "Enter" && event.ctrlKey && !event.altKey) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.code === "F4" && !event.altKey && !event.ctrlKey) {
    event.preventDefault();
    document.getElementById("id_phone").focus();
  }
});

// Twice pressed is once sent.
form.addEventListener("submit", (event) => {
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});
// A page that Back brings out of the browser's memory may be sent again.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) delete form.dataset.sent;
});

if (!document.querySelector(".field-wrong")) document.getElementById("id_phone").focus();
