// The keys of every staff page, by physical key (event.code), so ЙЦУКЕН and QWERTY both work.
//
//   register({ place: "Call desk", code: "F4", label: "Phone", run: () => phone.focus(), typing: true });
//
// `code` is an event.code behind its modifiers ("Ctrl+Shift+Enter", "Alt+Digit1") or a chord of two
// ("KeyG KeyD"). Without `typing` a key counts only while no field has the focus. `when` says whether
// it counts now; of several the one registered last. `run` gets the event; when it returns false the
// browser keeps the key. `repeat` lets a held key count again. Registering returns its undoing.
// Place and label come translated from the page; the help (Shift+/ or ?, F1 also while typing) is
// built from what is registered. Import it from a module, so that there is one of it on a page.

const CHORD_MS = 1200;
const SWITCH = "keys.letters";
const CYRILLIC = {
  KeyQ: "Й", KeyW: "Ц", KeyE: "У", KeyR: "К", KeyT: "Е", KeyY: "Н", KeyU: "Г", KeyI: "Ш", KeyO: "Щ",
  KeyP: "З", BracketLeft: "Х", BracketRight: "Ъ", KeyA: "Ф", KeyS: "Ы", KeyD: "В", KeyF: "А", KeyG: "П",
  KeyH: "Р", KeyJ: "О", KeyK: "Л", KeyL: "Д", Semicolon: "Ж", Quote: "Э", KeyZ: "Я", KeyX: "Ч",
  KeyC: "С", KeyV: "М", KeyB: "И", KeyN: "Т", KeyM: "Ь", Comma: "Б", Period: "Ю", Slash: ".",
  Backquote: "Ё",
};
const LATIN = {
  BracketLeft: "[", BracketRight: "]", Semicolon: ";", Quote: "'", Comma: ",", Period: ".", Slash: "/",
  Backquote: "`", Escape: "Esc", ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→",
};
const NO_TEXT = new Set(["button", "checkbox", "radio", "submit", "reset", "range", "color", "file", "image"]);
const MODIFIERS = new Set(["ControlLeft", "ControlRight", "ShiftLeft", "ShiftRight", "AltLeft", "AltRight", "MetaLeft", "MetaRight"]);

const bindings = [];
let begun = "";
let begunAt = 0;

export function register(binding) {
  const twin = bindings.find((one) => one.code === binding.code && one.place === binding.place);
  if (twin && !twin.when && !binding.when) throw new Error(`${binding.code} is bound twice in ${binding.place}`);
  bindings.push(binding);
  return () => bindings.splice(bindings.indexOf(binding), 1);
}

// "Alt+Digit1" → [["Alt"], ["1"]]; letters and signs with what is printed there on a Russian keyboard.
export function keycaps(code) {
  return code.split(/[ +]/).map((part) => {
    const latin = LATIN[part] ?? part.replace(/^(Key|Digit)/, "");
    return CYRILLIC[part] ? [latin, CYRILLIC[part]] : [latin];
  });
}

export function isTyping(target) {
  if (!(target instanceof Element)) return false;
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type);
  return target.matches("textarea, select") || target.isContentEditable;
}

function pressed(event) {
  const numpad = /^Numpad(\d|Enter)$/.exec(event.code);
  const code = !numpad ? event.code : numpad[1] === "Enter" ? "Enter" : event.key === numpad[1] ? `Digit${numpad[1]}` : event.code;
  const held = [event.ctrlKey && "Ctrl", event.altKey && "Alt", event.shiftKey && "Shift"];
  return [...held.filter(Boolean), code].join("+");
}

// A single printable key, which WCAG 2.1.4 lets people switch off.
const isLetter = (code) => !/^F\d|Escape|Enter|Arrow|Ctrl|Alt/.test(code);
const lettersOff = () => localStorage.getItem(SWITCH) === "off";

function find(code, typing) {
  const fits = (one) => one.code === code && (one.typing || !typing) && (!one.when || one.when());
  return isLetter(code) && lettersOff() ? undefined : bindings.findLast(fits);
}

function press(event) {
  if (event.isComposing || event.keyCode === 229 || event.metaKey || event.defaultPrevented) return;
  if (MODIFIERS.has(event.code) || event.getModifierState("AltGraph")) return;
  const code = pressed(event);
  const typing = isTyping(event.target);
  const chord = begun && event.timeStamp - begunAt < CHORD_MS ? `${begun} ${code}` : "";
  begun = "";
  let found = (chord && find(chord, typing)) || find(code, typing);
  if (!found && event.key === "?" && !typing && !event.ctrlKey && !event.altKey) found = find("Shift+Slash", typing);
  if (found) {
    if (event.repeat && !found.repeat) event.preventDefault();
    else if (found.run(event) !== false) event.preventDefault();
  } else if (!typing && !lettersOff() && bindings.some((one) => one.code.startsWith(`${code} `))) {
    begun = code;
    begunAt = event.timeStamp;
  }
}

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.append(text);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function drawKeys(code) {
  const drawn = document.createElement("dt");
  for (const [latin, cyrillic] of keycaps(code)) {
    drawn.append(element("kbd", latin), " ");
    if (cyrillic) drawn.append(element("kbd", cyrillic, { lang: "ru" }), " ");
  }
  return drawn;
}

// Every key that counts on this page, by place.
function drawHelp(sheet) {
  const list = sheet.querySelector("[data-keys]");
  const places = Map.groupBy(bindings.filter((one) => one.label), (one) => one.place);
  const drawn = [...places].map(([place, of]) => {
    const section = element("section", element("h3", place));
    const rows = element("dl", "", { class: "keys" });
    for (const one of of) {
      const row = element("div", drawKeys(one.code));
      row.append(element("dd", one.label));
      rows.append(row);
    }
    section.append(rows);
    return section;
  });
  list.replaceChildren(...drawn);
}

export function toggleHelp() {
  const sheet = document.getElementById("keys");
  if (sheet.open) return sheet.close();
  drawHelp(sheet);
  const before = document.activeElement;
  sheet.addEventListener("close", () => before?.focus(), { once: true });
  sheet.show();
  sheet.focus();
}

function start(sheet) {
  const { everywhere, help, close } = sheet.dataset;
  register({ place: everywhere, code: "Shift+Slash", label: help, run: toggleHelp });
  register({ place: everywhere, code: "F1", label: help, run: toggleHelp, typing: true });
  register({ place: everywhere, code: "Escape", label: close, run: () => sheet.close(), typing: true, when: () => sheet.open });
  const letters = sheet.querySelector("[data-letters]");
  letters.checked = !lettersOff();
  letters.addEventListener("change", () => localStorage.setItem(SWITCH, letters.checked ? "on" : "off"));
  sheet.querySelector("[data-close]").addEventListener("click", () => sheet.close());
  for (const button of document.querySelectorAll("[data-keys-help]")) {
    button.hidden = false;
    button.addEventListener("click", toggleHelp);
  }
}

document.addEventListener("keydown", press);
const sheet = document.getElementById("keys");
if (sheet) start(sheet);
