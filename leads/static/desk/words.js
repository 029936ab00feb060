// The sentences of the desk, in the language of its page: say("saved", { time: "14:02:31" }).

const words = document.getElementById("words").dataset;

export function say(name, values = {}) {
  return words[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
}

export const clock = (moment) => new Date(moment).toLocaleTimeString("ru-RU");
export const shortClock = (moment) => clock(moment).slice(0, 5);
