// Asks again and again, and tells only what changed. A failure waits longer each time, 10 s at most.

const PAUSE_MS = 500;
const LONGEST_MS = 10_000;

export async function ask(url, tell) {
  let last = null;
  let pause = PAUSE_MS;
  for (;;) {
    try {
      const response = await fetch(url, { headers: { "HX-Request": "true" }, redirect: "manual" });
      // Logged out: nothing of the last person's calls stays on the screen.
      const out = response.type === "opaqueredirect" || [401, 403].includes(response.status);
      if (out && last !== "") tell((last = ""));
      if (!response.ok) throw new Error(String(response.status));
      const text = (await response.text()).trim();
      if (text !== last) tell(text);
      last = text;
      pause = PAUSE_MS;
    } catch {
      pause = Math.min(pause * 2, LONGEST_MS);
    }
    await new Promise((done) => setTimeout(done, pause));
  }
}
