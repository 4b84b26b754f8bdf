// The words of the page in the reader's language: data/words/workbench.LANGUAGE.json, for each tag of data/words/pages.json.

import { button } from "./dom.js";

const storageKey = "tela-language"; // the pages of things remember it by the same name

let offered = [];
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
  return wanted.find((wish) => offered.some(({ tag }) => tag === wish)) ?? offered[0].tag;
}

/** The text of a key, with {name} replaced; the key itself where the table has none. */
export function word(key, values = {}) {
  const text = table[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** A word that the data bring along: "beneficiaries"; itself where the table has none. */
export function dataWord(key) {
  return table[`data.${key}`] ? word(`data.${key}`) : key;
}

export const language = () => current;

/** The languages that there are words in: [{tag, name}]. */
export const languages = () => offered;

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

const file = async (name) => (await fetch(new URL(name, import.meta.url))).json();

async function take(tag) {
  table = await file(`workbench.${tag}.json`);
  current = tag;
  translateFrame();
}

async function choose(tag) {
  store(tag);
  await take(tag);
  for (const act of listeners) act();
}

/** Reads which languages there are, offers them, and takes the reader's. */
export async function loadWords() {
  offered = await file("languages.json");
  const choices = offered.map(({ tag, name }) =>
    button(name, () => choose(tag), { "data-language": tag, lang: tag }),
  );
  document.querySelector(".languages").replaceChildren(...choices);
  await take(preferred());
}

/** What a question of the library asks, in the reader's language where the table has it. */
export function questionWord(question) {
  return table[`question.${question.name}`] ? word(`question.${question.name}`) : question.summary;
}
