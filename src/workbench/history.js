// The queries that were run in this browser, the newest first.

const key = "tela-queries";
const most = 50;

export function pastQueries() {
  try {
    const past = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(past) ? past.filter((one) => typeof one?.text === "string") : [];
  } catch {
    return []; // storage is off, or somebody else has written there
  }
}

export function remember(text) {
  const others = pastQueries().filter((one) => one.text !== text);
  try {
    localStorage.setItem(key, JSON.stringify([{ text, when: Date.now() }, ...others].slice(0, most)));
  } catch {
    // It is not kept then.
  }
}
