// The reader's language, and tables that sort and filter. No library, no request.
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
  document.dispatchEvent(new CustomEvent("tela-language"));
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

// Words as the release was indexed by them: base/fold.cpp.
const typedAs = {ß: "ss", æ: "ae", œ: "oe", þ: "th", ø: "o", đ: "d", ð: "d", ħ: "h", ı: "i", ĸ: "k", ł: "l", ŀ: "l", ŋ: "n",
  ŉ: "n", ŧ: "t", ς: "σ"};

function wordsOf(text) {
  const typed = (c) => typedAs[c] ?? c;
  const folded = text.toLowerCase().replace(/[ŀŉ]/gu, typed).normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase()
    .replace(/[^\x00-\x7f]/gu, typed);
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => [...word].slice(0, 40).join("")).filter((word) => [...word].length > 1);
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
});
