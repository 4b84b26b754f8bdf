// The reader's language, and search. No library, no request but to this folder.
"use strict";

const languages = document.documentElement.dataset.languages.split(" ");

// Where the release begins, seen from the page: this script stands in its folder assets/.
const root = new URL("..", document.currentScript.src);

function storedLanguage() {
  try {
    return localStorage.getItem("tela-language");
  } catch {
    return null; // storage is off
  }
}

// The language of the address comes first: who sends a link sends what it looks like.
function preferredLanguage() {
  const asked = new URLSearchParams(location.search).get("lang");
  const wanted = [asked, storedLanguage(), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wanted.find((tag) => languages.includes(tag)) ?? languages[0];
}

function storeLanguage(language) {
  try {
    localStorage.setItem("tela-language", language);
  } catch {
    // Storage is off: the choice holds for this page.
  }
}

// The titles of the tab and of pictures are written in English, with the other languages as data beside them.
function setTitles(language) {
  for (const title of document.querySelectorAll("title")) {
    title.dataset[languages[0]] ??= title.textContent;
    title.textContent = title.dataset[language] ?? title.dataset[languages[0]];
  }
}

function setLanguage(language) {
  document.documentElement.lang = language;
  setTitles(language);
  for (const button of document.querySelectorAll("[data-language]"))
    button.setAttribute("aria-current", String(button.dataset.language === language));
  for (const list of document.querySelectorAll("ul.sortable")) sortByName(list, language);
}

// The lists are sorted by their English names; this sorts them as the reader sees them.
function sortByName(list, language) {
  const collator = new Intl.Collator(language);
  const items = [...list.children].map((item) => [shownText(item, language), item]);
  items.sort((a, b) => collator.compare(a[0], b[0]));
  list.append(...items.map(([, item]) => item));
}

// What a reader of that language sees of an element.
function shownText(element, language) {
  const copy = element.cloneNode(true);
  for (const text of copy.querySelectorAll(`.t:not(.${language})`)) text.remove();
  return copy.textContent;
}

// Tables: a click on a head sorts, words typed above filter.

// Numbers and dates by value, the rest as the language does.
function cellKey(cell) {
  if (!cell) return "";
  const time = cell.querySelector("time");
  if (time) return time.dateTime;
  const text = shownText(cell, document.documentElement.lang).trim();
  if (cell.classList.contains("number")) {
    const digits = text.replace(/[^\d.,-]/gu, "").replace(",", ".");
    return digits === "" ? -Infinity : parseFloat(digits);
  }
  return text;
}

function sortTable(head, column) {
  const body = head.closest("table").tBodies[0];
  const descending = head.getAttribute("aria-sort") === "ascending";
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const rows = [...body.rows].map((row) => [cellKey(row.cells[column]), row]);
  const sign = descending ? -1 : 1;
  rows.sort(([a], [b]) => {
    if (a === "" || b === "") return (a === "") - (b === "");
    return sign * (typeof a === "number" ? a - b : collator.compare(a, b));
  });
  body.append(...rows.map(([, row]) => row));
  for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", descending ? "descending" : "ascending");
}

function makeSortable(table) {
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sortTable(head, column));
    head.append(button);
  });
}

const filterFrom = 15;

function makeFilterable(table, label) {
  const rows = [...table.tBodies[0].rows];
  if (rows.length < filterFrom) return;
  const field = document.createElement("input");
  field.type = "search";
  const frame = document.createElement("label");
  frame.className = "filter";
  frame.append(label.content.cloneNode(true), " ", field);
  table.closest(".scroll").before(frame);
  field.addEventListener("input", () => {
    const words = wordsOf(field.value);
    for (const row of rows) {
      const text = wordsOf(row.textContent).join(" ");
      row.hidden = !words.every((word) => text.includes(word));
    }
  });
}

// Search. The files are described in src/publish/search_index.h.

const cache = new Map();

function fetchJson(path) {
  if (!cache.has(path))
    cache.set(path, fetch(new URL(path, root)).then((answer) => (answer.ok ? answer.json() : null)));
  return cache.get(path);
}

// What the release was indexed by: base/fold.cpp.
const typedAs = {ß: "ss", æ: "ae", œ: "oe", þ: "th", ø: "o", đ: "d", ð: "d", ħ: "h", ı: "i", ĸ: "k", ł: "l", ŀ: "l", ŋ: "n",
  ŉ: "n", ŧ: "t", ς: "σ"};

function wordsOf(text) {
  const typed = (c) => typedAs[c] ?? c;
  const folded = text.toLowerCase().replace(/[ŀŉ]/gu, typed).normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase()
    .replace(/[^\x00-\x7f]/gu, typed);
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => [...word].slice(0, 40).join("")).filter((word) => [...word].length > 1);
}

function fileOf(word) {
  const start = [...word].slice(0, 2);
  if (start.every((c) => /[a-z0-9]/.test(c))) return start.join("");
  return "u" + start.map((c) => c.codePointAt(0).toString(16)).join("-");
}

async function listOf(entry) {
  const steps = typeof entry === "number" ? await fetchJson(`search/long/${entry}.json`) : entry;
  let last = 0;
  return (steps ?? []).map((step) => (last += step));
}

// The pages of a word, and of the words it begins: page → 2 for the word itself, else 1.
async function pagesOf(word) {
  const index = (await fetchJson(`search/words/${fileOf(word)}.json`)) ?? {};
  const matches = Object.keys(index).filter((known) => known.startsWith(word)).slice(0, 50);
  const pages = new Map();
  for (const known of matches)
    for (const page of await listOf(index[known]))
      pages.set(page, Math.max(pages.get(page) ?? 0, known === word ? 2 : 1));
  return pages;
}

async function search(query) {
  const words = wordsOf(query).slice(0, 8);
  if (words.length === 0) return [];
  const lists = await Promise.all(words.map(pagesOf));
  const found = [];
  for (const [page, score] of lists[0]) {
    if (!lists.every((list) => list.has(page))) continue;
    found.push([lists.reduce((sum, list) => sum + list.get(page), 0), page, score]);
  }
  return found.sort((a, b) => b[0] - a[0] || a[1] - b[1]).map(([, page]) => page);
}

const pagesAFile = 128;
const rankSize = 2 ** 24;

async function pageEntry(page) {
  const rank = Math.floor(page / rankSize);
  const place = page % rankSize;
  const file = await fetchJson(`search/pages/${rank}-${Math.floor(place / pagesAFile)}.json`);
  return file?.[place % pagesAFile];
}

function resultItem([path, name], kind) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = new URL(`${path}.html`, root);
  const names = typeof name === "string" ? [name, name, name] : name;
  appendNames(link, names);
  item.append(link);
  if (kind) {
    const note = document.createElement("span");
    note.className = "of";
    appendNames(note, kind);
    item.append(" ", note);
  }
  return item;
}

function appendNames(element, names) {
  if (names.every((name) => name === names[0])) {
    element.append(names[0]);
    return;
  }
  names.forEach((name, i) => {
    const span = document.createElement("span");
    span.className = `t ${languages[i]}`;
    span.lang = languages[i];
    span.textContent = name;
    element.append(span);
  });
}

const mostResults = 60;

// The first pages, those whose name is what was asked for before the others.
async function firstEntries(pages, query) {
  const shown = pages.slice(0, mostResults);
  const wanted = wordsOf(query).join(" ");
  const entries = await Promise.all(shown.map(pageEntry));
  const isExact = (entry) => [entry[1]].flat().some((name) => wordsOf(name).join(" ") === wanted);
  return entries
    .map((entry, i) => [entry, shown[i]])
    .filter(([entry]) => entry)
    .sort((a, b) => isExact(b[0]) - isExact(a[0]));
}

async function showResults(query) {
  const section = document.getElementById("results");
  const list = document.getElementById("results-list");
  const count = document.getElementById("results-count");
  section.hidden = false;
  list.replaceChildren();
  count.textContent = "…";
  try {
    const pages = await search(query);
    const kinds = (await fetchJson("search/kinds.json")) ?? [];
    count.textContent = `${query}: ${pages.length}`;
    document.getElementById("results-none").hidden = pages.length > 0;
    for (const [entry, page] of await firstEntries(pages, query))
      list.append(resultItem(entry, kinds[Math.floor(page / rankSize)]));
    if (pages.length > mostResults)
      list.append(Object.assign(document.createElement("li"), { textContent: "…" }));
  } catch {
    // Opened as a file, a browser may read no other file.
    count.textContent = "Search needs a web server · La recherche a besoin d’un serveur web · La búsqueda necesita un servidor web";
  }
}

document.documentElement.lang = preferredLanguage();

document.addEventListener("DOMContentLoaded", () => {
  if (new URLSearchParams(location.search).has("lang")) storeLanguage(document.documentElement.lang);
  setLanguage(document.documentElement.lang);
  for (const button of document.querySelectorAll("[data-language]"))
    button.addEventListener("click", (event) => {
      event.preventDefault();
      const { language } = button.dataset;
      storeLanguage(language);
      const address = new URL(location);
      address.searchParams.set("lang", language);
      history.replaceState(null, "", address);
      setLanguage(language);
    });
  const filterLabel = document.getElementById("filter-label");
  for (const table of document.querySelectorAll("table.rows")) {
    makeSortable(table);
    if (filterLabel) makeFilterable(table, filterLabel);
  }

  const query = new URLSearchParams(location.search).get("q");
  const field = document.getElementById("q");
  if (!document.getElementById("results")) return; // only the first page shows results
  if (query) {
    field.value = query;
    showResults(query);
  }
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    const address = new URL(location);
    address.searchParams.set("q", field.value);
    history.replaceState(null, "", address);
    showResults(field.value);
  });
});
