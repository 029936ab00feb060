// A select turned into a field that finds by the first letters of any word, on either layout.

const FROM = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const TO = "йцукенгшщзхъфывапролджэячсмитьбюё";

const turned = (text) => [...text].map((one) => (FROM.includes(one) ? TO[FROM.indexOf(one)] : one)).join("");

function fits(label, text) {
  const words = label.toLowerCase().split(/[\s,()-]+/);
  return [text, turned(text)].some((one) => label.toLowerCase().startsWith(one) || words.some((word) => word.startsWith(one)));
}

// `offer` takes a suggestion for the empty field and says whether there was one.
export function combobox(select, offer) {
  const input = document.createElement("input");
  const list = document.createElement("ul");
  const id = select.id;
  select.id = `${id}-values`;
  select.hidden = true;
  list.id = `${id}-list`;
  list.className = "options";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", document.querySelector(`label[for="${id}"]`).textContent.trim());
  Object.assign(input, { id, type: "text", className: "form-control", autocomplete: "off" });
  input.dataset.of = select.name;
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) input.setAttribute(name, value);
  const wrong = select.getAttribute("aria-describedby");
  if (wrong) input.setAttribute("aria-describedby", wrong);
  select.before(input, list);
  let shown = [];
  let active = -1;

  const textOf = () => (select.value ? select.selectedOptions[0].textContent : "");
  const close = () => { list.hidden = true; active = -1; mark(); input.setAttribute("aria-expanded", "false"); };

  function mark() {
    [...list.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === active)));
    const row = list.children[active];
    if (row) { input.setAttribute("aria-activedescendant", row.id); row.scrollIntoView({ block: "nearest" }); }
    else input.removeAttribute("aria-activedescendant");
  }

  function open(text) {
    shown = [...select.options].filter((one) => one.value && (!text || fits(one.textContent, text)));
    list.replaceChildren(...shown.map((one, at) => {
      const row = document.createElement("li");
      row.id = `${list.id}-${at}`;
      row.setAttribute("role", "option");
      row.textContent = one.textContent;
      row.addEventListener("pointerdown", (event) => { event.preventDefault(); choose(at); });
      return row;
    }));
    active = text && shown.length ? 0 : -1;
    list.hidden = !shown.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark();
  }

  function choose(at) {
    select.value = shown[at].value;
    input.value = textOf();
    close();
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  input.addEventListener("input", () => {
    if (select.value && input.value !== textOf()) { select.value = ""; select.dispatchEvent(new Event("change", { bubbles: true })); }
    if (input.value.trim()) open(input.value.trim().toLowerCase());
    else close();
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.altKey) return;
    if (event.code === "ArrowDown" || event.code === "ArrowUp") {
      event.preventDefault();
      if (list.hidden && !input.value && offer(input)) return;
      if (list.hidden) open("");
      active = (active + (event.code === "ArrowDown" ? 1 : -1) + shown.length) % shown.length;
      mark();
    } else if ((event.code === "Enter" || event.code === "Tab") && !list.hidden && active >= 0) {
      if (event.code === "Enter") event.preventDefault();
      choose(active);
    }
  });
  input.addEventListener("blur", () => { close(); if (!select.value) input.value = ""; });
  select.addEventListener("set", () => { input.value = textOf(); });
  input.value = textOf();
  return { close, isOpen: () => !list.hidden };
}
