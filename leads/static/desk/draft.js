// Keeps what is typed: on this computer within a quarter of a second, on the server after a second
// of quiet and every second and a half while typing goes on. Two windows on one draft are merged
// field by field by the server; what clashes is shown with both values and waits for a choice.

import { ask } from "./ask.js";
import { labelOf, readFields, setField } from "./fields.js";
import * as journal from "./journal.js";
import { clock, say } from "./words.js";

const JOURNAL_MS = 120;
const QUIET_MS = 1000;
const LONGEST_MS = 1500;
const AGAIN_MS = 1500;
const AMBER_MS = 5000;

export class Draft {
  constructor(form) {
    this.form = form;
    this.key = form.dataset.key;
    this.url = form.dataset.draftUrl;
    this.version = Number(form.dataset.version);
    this.acknowledged = readFields(form);
    this.clashes = {};
    this.said = document.querySelector("[data-kept]");
    this.over = false;
    // A call that pops is kept from its first second: another may come before a word is typed.
    const popped = form.elements.call.value && !this.version;
    if (popped) this.acknowledged.phone = "";
    navigator.locks?.request(`desk:${this.key}`, () => new Promise(() => {}));
    addEventListener("pagehide", () => this.leave());
    addEventListener("online", () => this.send());
    document.addEventListener("logout", (event) => {
      event.detail.push(this.park().finally(() => { this.over = true; clearTimeout(this.writing); }));
    });
    if (popped) this.typed();
  }

  // Fields that the server has not acknowledged; a clash waits for its choice.
  changes() {
    const now = readFields(this.form);
    return Object.fromEntries(Object.entries(now).filter(
      ([name, value]) => value !== (this.acknowledged[name] ?? "") && !(name in this.clashes)));
  }

  isEmpty() {
    const { outcome, language, channel, contact, ...typed } = readFields(this.form);
    return Object.values(typed).every((value) => !value);
  }

  // What another life of this draft left on this computer.
  async recover() {
    const record = await journal.find(this.key).catch(() => null);
    if (!record || record.operator !== this.form.dataset.operator) return;
    this.version = Math.min(this.version, record.base);
    for (const [name, value] of Object.entries(record.changes)) setField(this.form, name, value);
    this.typed();
  }

  typed() {
    if (this.over) return;
    this.writing ??= setTimeout(() => this.write(), JOURNAL_MS);
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => this.send(), QUIET_MS);
    this.longest ??= setTimeout(() => this.send(), LONGEST_MS);
  }

  async write() {
    this.writing = null;
    const changes = this.changes();
    const { operator } = this.form.dataset;
    const call = this.form.elements.call.value;
    try {
      if (Object.keys(changes).length && !this.over) await journal.write({ key: this.key, operator, base: this.version, changes, call, at: Date.now() });
      else await journal.erase(this.key);
    } catch { /* A browser without a journal still has the server's draft. */ }
  }

  body(changes, parked) {
    return JSON.stringify({ base: this.version, changes, parked, call: this.form.elements.call.value });
  }

  async send({ parked = false } = {}) {
    clearTimeout(this.quiet);
    clearTimeout(this.longest);
    this.longest = null;
    if (this.sending) { this.again = true; return this.sending; }
    const changes = this.changes();
    if (this.over || (!Object.keys(changes).length && !(parked && this.version))) return true;
    if (this.version === 0 && Object.values(changes).every((value) => !value)) return true;
    this.sending = this.exchange(changes, parked).finally(() => { this.sending = null; });
    const kept = await this.sending;
    if (this.again || (kept && Object.keys(this.changes()).length)) { this.again = false; this.typed(); }
    return kept;
  }

  async exchange(changes, parked) {
    this.tell("saving");
    let answer;
    try {
      answer = await ask(this.url, {
        method: "PATCH", body: this.body(changes, parked),
        headers: { "Content-Type": "application/json" }, signal: AbortSignal.timeout(8000),
      });
      if (answer.status >= 500 || answer.status === 403) throw new Error(String(answer.status));
    } catch {
      this.failed();
      return false;
    }
    if (answer.status === 410) return this.gone();
    const told = await answer.json();
    if (told.version === undefined) { this.failed(); return false; }
    this.accept(changes, told);
    return true;
  }

  accept(sent, { version, clashes, news }) {
    this.failing = null;
    this.version = version;
    const taken = [];
    for (const [name, value] of Object.entries(sent)) if (!(name in clashes)) this.acknowledged[name] = value;
    for (const [name, value] of Object.entries(news)) {
      const mine = readFields(this.form)[name];
      if (mine === (this.acknowledged[name] ?? "")) {
        if (mine !== value) { setField(this.form, name, value); taken.push(labelOf(this.form, name)); }
        this.acknowledged[name] = value;
      } else if (mine !== value) clashes[name] = value;
    }
    for (const [name, value] of Object.entries(clashes)) this.clash(name, value);
    if (version) this.show();
    this.write();
    this.said.dataset.kept = "saved";
    this.said.textContent = say("saved", { time: clock(Date.now()) }) + (taken.length ? `. ${say("takenOver", { fields: taken.join(", ") })}` : "");
  }

  // The address leads back to this draft, so a reload restores it.
  show() {
    const call = this.form.elements.call.value;
    const here = `${this.form.dataset.deskUrl}?draft=${this.key}${call && `&call=${call}`}`;
    if (location.pathname + location.search !== here) history.replaceState(null, "", here);
  }

  failed() {
    this.failing ??= Date.now();
    if (Date.now() - this.failing >= AMBER_MS) this.tell("offline");
    setTimeout(() => this.send(), AGAIN_MS);
    setTimeout(() => { if (this.failing && Date.now() - this.failing >= AMBER_MS) this.tell("offline"); }, AMBER_MS);
  }

  tell(name) {
    if (name === "saving" && this.failing && Date.now() - this.failing >= AMBER_MS) return;
    this.said.dataset.kept = name;
    this.said.textContent = say(name);
  }

  // Saved as a call in another window: what stands here goes on as a call of its own.
  gone() {
    journal.erase(this.key);
    this.key = this.form.dataset.key = crypto.randomUUID();
    this.url = this.form.dataset.draftUrl = this.url.replace(/[^/]+\/$/, `${this.key}/`);
    this.form.elements.request_key.value = this.key;
    this.form.elements.call.value = "";
    this.version = 0;
    this.acknowledged = {};
    this.tell("gone");
    this.typed();
    return false;
  }

  clash(name, theirs) {
    const box = document.querySelector("[data-clashes]");
    this.clashes[name] = theirs;
    const mine = readFields(this.form)[name];
    const row = document.createElement("div");
    row.className = "notice notice-warn";
    const choose = (value, label) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn-sm";
      button.textContent = say(label, { value: value || say("empty") });
      button.addEventListener("click", () => {
        delete this.clashes[name];
        this.acknowledged[name] = theirs;
        setField(this.form, name, value === theirs ? theirs : readFields(this.form)[name]);
        row.remove();
        box.hidden = !box.children.length;
        this.typed();
      });
      return button;
    };
    const words = document.createElement("span");
    words.textContent = say("clash", { field: labelOf(this.form, name) });
    row.dataset.clash = name;
    row.append(words, choose(mine, "mine"), choose(theirs, "theirs"));
    box.querySelector(`[data-clash="${name}"]`)?.remove();
    box.append(row);
    box.hidden = false;
  }

  // The page goes: the rest is sent in the background, and the call waits among the parked.
  leave() {
    if (this.over || this.isEmpty()) return;
    ask(this.url, {
      method: "POST", body: this.body(this.changes(), true), keepalive: true,
      headers: { "Content-Type": "application/json" },
    }).catch(() => {});
  }

  async park() {
    if (this.isEmpty()) return true;
    await this.sending;
    const changes = this.changes();
    const kept = await this.exchange(changes, true);
    if (kept && !Object.keys(this.clashes).length) { this.over = true; await journal.erase(this.key).catch(() => {}); }
    return kept && this.over;
  }

  async finish() {
    this.over = true;
    clearTimeout(this.writing);
    await journal.erase(this.key).catch(() => {});
  }
}
