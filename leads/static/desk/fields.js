// The fields of the form as plain text by name: radios and boxes as what stands checked.

const NOT_TYPED = new Set(["csrfmiddlewaretoken", "request_key", "call", "keep", "version"]);

export function readFields(form) {
  const found = {};
  for (const control of form.elements) {
    const { name, type } = control;
    if (!name || NOT_TYPED.has(name) || type === "submit" || type === "button") continue;
    if (type === "radio") found[name] = control.checked ? control.value : found[name] ?? "";
    else if (type === "checkbox") found[name] = control.checked ? "on" : "";
    else found[name] = control.value;
  }
  return found;
}

export function setField(form, name, value) {
  const control = form.elements[name];
  if (!control) return;
  if (control instanceof RadioNodeList) control.value = value;
  else if (control.type === "checkbox") control.checked = value === "on";
  else control.value = value;
  const element = control instanceof RadioNodeList ? control[0] : control;
  element?.dispatchEvent(new CustomEvent("set", { bubbles: true }));
}

export function labelOf(form, name) {
  const control = form.elements[name];
  const element = control instanceof RadioNodeList ? control[0] : control;
  return element?.labels?.[0]?.textContent.trim() || element?.closest("fieldset")?.querySelector("legend")?.textContent.trim() || name;
}
