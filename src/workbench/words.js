// The words of the page in the reader's language, from words.json.

export const languages = ["en", "fr", "es"];
const storageKey = "tela-language"; // the pages of things remember it by the same name

let table = {};
let current = "en";
const listeners = [];

function stored() {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null; // storage is off
  }
}

function store(language) {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // It lasts as long as the page then.
  }
}

function preferred() {
  const wanted = [stored(), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wanted.find((tag) => languages.includes(tag)) ?? "en";
}

/** The text of a key, with {name} replaced; the key itself where the table has none. */
export function word(key, values = {}) {
  const text = table[key]?.[languages.indexOf(current)] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** A word that the data bring along: "beneficiaries"; itself where the table has none. */
export function dataWord(key) {
  return table[`data.${key}`] ? word(`data.${key}`) : key;
}

export const language = () => current;

export function number(value) {
  return new Intl.NumberFormat(current).format(value);
}

/** Calls `act` whenever the language has changed. */
export function onLanguage(act) {
  listeners.push(act);
}

function translateFrame() {
  document.documentElement.lang = current;
  document.title = word("title");
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = word(node.dataset.word);
  for (const node of document.querySelectorAll("[data-word-label]"))
    node.setAttribute("aria-label", word(node.dataset.wordLabel));
  for (const button of document.querySelectorAll("[data-language]"))
    button.setAttribute("aria-pressed", String(button.dataset.language === current));
}

function choose(wanted) {
  current = wanted;
  translateFrame();
  for (const act of listeners) act();
}

/** Reads the table and takes the reader's language. */
export async function loadWords() {
  table = await (await fetch(new URL("words.json", import.meta.url))).json();
  for (const button of document.querySelectorAll("[data-language]"))
    button.addEventListener("click", () => {
      store(button.dataset.language);
      choose(button.dataset.language);
    });
  current = preferred();
  translateFrame();
}

/** What a question of the library asks, in the reader's language where the table has it. */
export function questionWord(question) {
  return table[`question.${question.name}`] ? word(`question.${question.name}`) : question.summary;
}
