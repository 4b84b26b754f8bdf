// Search in the release's own files, which src/publish/search_index.h describes. What a word finds is
// scored by how it fits; the names of the first results put those first that are what was asked for.
"use strict";

const pagesAFile = 128;
const valuesAFile = 4096;
const rankSize = 2 ** 24;
const atATime = 60;
const longestGuess = 50;

const cache = new Map();

function fetchJson(path) {
  if (!cache.has(path))
    cache.set(path, fetch(new URL(path, root)).then((answer) => (answer.ok ? answer.json() : null)));
  return cache.get(path);
}

const rankOf = (page) => Math.floor(page / rankSize);

// The element of a page in a file that holds so many of its rank.
async function ofPage(folder, page, aFile) {
  const place = page % rankSize;
  const file = await fetchJson(`search/${folder}/${rankOf(page)}-${Math.floor(place / aFile)}.json`);
  return file?.[place % aFile];
}

// Words.

function fileOfTwo(two) {
  if (two.every((c) => /[a-z0-9]/.test(c))) return two.join("");
  return "u" + two.map((c) => c.codePointAt(0).toString(16)).join("-");
}

const fileOf = (word) => /^[0-9]{2,4}/.exec(word)?.[0] ?? fileOfTwo([...word].slice(0, 2));
const wordsLike = async (word) => (await fetchJson(`search/words/${fileOf(word)}.json`)) ?? {};
const wordsEndingLike = async (word) => (await fetchJson(`search/ends/${fileOfTwo([...word].slice(-2))}.json`)) ?? [];

async function listOf(entry) {
  const steps = typeof entry === "number" ? await fetchJson(`search/long/${entry}.json`) : entry;
  let last = 0;
  return (steps ?? []).map((step) => (last += step));
}

/** Page → how well it fits: a name more than what is said of it, the word itself more than one that it begins. */
async function pagesOf(word) {
  const index = await wordsLike(word);
  const known = Object.keys(index).filter((one) => one.startsWith(word));
  known.sort((a, b) => a.length - b.length);
  const pages = new Map();
  pages.common = index[word]?.[1] === null;
  for (const one of known.slice(0, longestGuess)) {
    const [names, texts] = await Promise.all(index[one].map(listOf));
    const whole = one === word ? 2 : 1;
    for (const page of texts ?? []) pages.set(page, Math.max(pages.get(page) ?? 0, whole));
    for (const page of names) pages.set(page, Math.max(pages.get(page) ?? 0, 4 * whole));
  }
  return pages;
}

/** How many letters differ, are missing or too many; two that changed places are one slip. */
function slips(a, b) {
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}

const longList = 400; // from so many pages on, a word's list is a number
const pagesWith = (lists) => lists.reduce((sum, list) => sum + (list?.length ?? longList), 0);

/** The known word that a mistyped one is nearest to, of several the one on most pages; numbers are not guessed at. */
async function corrected(word) {
  if (word.length < 4 || /\p{N}/u.test(word)) return null;
  const most = word.length < 8 ? 1 : 2;
  const candidates = new Set([...Object.keys(await wordsLike(word)), ...(await wordsEndingLike(word))]);
  let best = null;
  for (const known of candidates) {
    if (known.startsWith("=") || Math.abs(known.length - word.length) > most) continue;
    const distance = slips(word, known);
    if (distance > most || distance > (best?.distance ?? most)) continue;
    const count = pagesWith((await wordsLike(known))[known]);
    if (!best || distance < best.distance || count > best.count) best = { known, distance, count };
  }
  return best?.known ?? null;
}

// Pages.

/** The pages of a query, the best first, the words that were used, and whether pages have some of them only. */
async function search(query) {
  const typed = wordsOf(query).slice(0, 8);
  const used = [];
  const lists = [];
  for (const word of typed) {
    let list = await pagesOf(word);
    const instead = list.size === 0 && !list.common ? await corrected(word) : null;
    if (instead) list = await pagesOf(instead);
    used.push(instead ?? word);
    lists.push(list);
  }
  const score = new Map();
  const matched = new Map();
  const telling = lists.some((list) => !list.common) ? lists.filter((list) => !list.common) : lists;
  for (const list of lists)
    for (const [page, fit] of list) score.set(page, (score.get(page) ?? 0) + fit);
  for (const list of telling)
    for (const page of list.keys()) matched.set(page, (matched.get(page) ?? 0) + 1);
  for (const page of await wholeNames(used)) {
    score.set(page, (score.get(page) ?? 0) + 100);
    matched.set(page, telling.length);
  }
  const needed = [...matched.values()].reduce((a, b) => Math.max(a, b), 1);
  const pages = [...matched.keys()].filter((page) => matched.get(page) >= needed);
  pages.sort((a, b) => score.get(b) - score.get(a) || a - b);
  return { pages, score, instead: used.join(" ") === typed.join(" ") ? "" : used.join(" "), some: needed < telling.length };
}

async function wholeNames(words) {
  if (words.length === 0) return [];
  const lists = (await wordsLike(words[0]))["=" + words.join(" ")];
  return lists ? listOf(lists[0]) : [];
}

const namesOf = (entry) => [entry[1]].flat();

// How many words of the name were not asked for: of two states, the one that has fewer comes first.
const otherWords = (entry) => Math.min(...namesOf(entry).map((name) => wordsOf(name).length));

async function entriesOf(pages) {
  const entries = await Promise.all(pages.map((page) => ofPage("pages", page, pagesAFile)));
  return pages.map((page, i) => ({ page, entry: entries[i] })).filter(({ entry }) => entry);
}

/** The first pages of each score and kind are put in order by the length of their names. */
function inOrder(entries, places) {
  const place = ({ page }) => places.get(page);
  return entries.sort((a, b) => place(a) - place(b) || otherWords(a.entry) - otherWords(b.entry));
}

// Facets.

/** For each page the numbers of its values, by facet; the kind, which is the rank, comes first. */
async function valuesOf(pages) {
  const values = await Promise.all(pages.map((page) => ofPage("values", page, valuesAFile)));
  return pages.map((page, i) => [[rankOf(page)], ...(values[i] ?? [])]);
}

const has = (values, facet, choice) => choice === undefined || (values[facet] ?? []).includes(choice);

/** How many pages have each value of a facet, where the choices of the other facets hold. */
function counts(all, facet, choices) {
  const count = new Map();
  for (const values of all) {
    if (!choices.every((choice, other) => other === facet || has(values, other, choice))) continue;
    for (const value of values[facet] ?? []) count.set(value, (count.get(value) ?? 0) + 1);
  }
  return count;
}

// What is shown.

const byId = (id) => document.getElementById(id);
const inLanguage = (names) => names[languages.indexOf(document.documentElement.lang)] ?? names[0];

function textOfTemplate(id) {
  const frame = document.createElement("span");
  frame.append(byId(id).content.cloneNode(true));
  return shownText(frame, document.documentElement.lang);
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

function resultItem([path, name], kind) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = new URL(`${path}.html`, root);
  appendNames(link, typeof name === "string" ? [name] : name);
  item.append(link);
  if (kind) {
    const note = document.createElement("span");
    note.className = "of";
    appendNames(note, kind);
    item.append(" ", note);
  }
  return item;
}

function note(id, text) {
  byId(id).hidden = text === null;
  if (text !== null) byId(id).querySelector("b").textContent = text;
}

/** One answer: its pages, what narrows them, and how many are shown. */
class Results {
  constructor(answer, values, legend) {
    Object.assign(this, answer);
    this.values = values;
    this.facets = [{ id: "kind", values: legend.kinds }, ...legend.facets];
    this.choices = this.facets.map(() => undefined);
    this.shown = atATime;
  }

  readChoices(address) {
    this.facets.forEach(({ id, values }, i) => {
      const wanted = address.searchParams.get(id);
      const found = values.findIndex((names) => names[0] === wanted);
      if (wanted && found >= 0) this.choices[i] = found;
    });
  }

  writeChoices(address) {
    this.facets.forEach(({ id, values }, i) => {
      if (this.choices[i] === undefined) address.searchParams.delete(id);
      else address.searchParams.set(id, values[this.choices[i]][0]);
    });
  }

  get narrowed() {
    return this.pages.filter((_, i) => this.choices.every((choice, facet) => has(this.values[i], facet, choice)));
  }

  /** A place for each score and kind. */
  get places() {
    const places = new Map();
    let place = 0;
    this.pages.forEach((page, i) => {
      const last = this.pages[i - 1];
      if (i > 0 && (rankOf(page) !== rankOf(last) || this.score.get(page) !== this.score.get(last))) place++;
      places.set(page, place);
    });
    return places;
  }
}

let results = null;
let turn = 0; // what was asked for last is shown, whatever arrives first

function choiceOf(facet, number) {
  const { id, values, name } = facet;
  const count = counts(results.values, number, results.choices);
  if (count.size < 2 && results.choices[number] === undefined) return null;
  const label = document.createElement("label");
  const select = document.createElement("select");
  select.id = `facet-of-${id}`;
  select.add(new Option(textOfTemplate("facet-all"), ""));
  const options = [...count].map(([value, pages]) => ({ value, pages, text: inLanguage(values[value] ?? [""]) }));
  const isYear = id === "year";
  options.sort((a, b) => (isYear ? b.text.localeCompare(a.text) : b.pages - a.pages || a.text.localeCompare(b.text)));
  for (const { value, pages, text } of options) select.add(new Option(`${text} (${pages})`, value));
  select.value = results.choices[number] ?? "";
  select.addEventListener("change", () => {
    results.choices[number] = select.value === "" ? undefined : Number(select.value);
    results.shown = atATime;
    const address = new URL(location);
    results.writeChoices(address);
    history.replaceState(null, "", address);
    showNarrowed().then(() => byId(select.id)?.focus());
  });
  label.append(name ? inLanguage(name) : textOfTemplate("facet-kind"), " ", select);
  return label;
}

async function showNarrowed() {
  const pages = results.narrowed;
  const { facets, shown, places } = results;
  const mine = ++turn;
  const entries = inOrder(await entriesOf(pages.slice(0, shown)), places);
  if (mine !== turn) return;
  byId("results-count").querySelector("b").textContent = pages.length;
  byId("results-facets").replaceChildren(...facets.map(choiceOf).filter(Boolean));
  byId("results-list").replaceChildren(...entries.map(({ page, entry }) => resultItem(entry, facets[0].values[rankOf(page)])));
  byId("results-more").hidden = pages.length <= shown;
}

async function showResults(query) {
  byId("results").hidden = false;
  byId("results-list").replaceChildren();
  byId("results-count").querySelector("b").textContent = "…";
  const mine = ++turn;
  try {
    const [answer, legend] = await Promise.all([search(query), fetchJson("search/facets.json")]);
    const values = await valuesOf(answer.pages);
    if (mine !== turn) return;
    results = new Results(answer, values, legend);
    results.readChoices(new URL(location));
    note("results-instead", answer.pages.length > 0 && answer.instead ? answer.instead : null);
    note("results-some", answer.pages.length > 0 && answer.some ? "" : null);
    note("results-none", answer.pages.length > 0 ? null : "");
    await showNarrowed();
  } catch (error) {
    note("results-server", location.protocol === "file:" ? "" : String(error)); // a file may read no other
  }
}

function begin() {
  const field = byId("q");
  const query = new URLSearchParams(location.search).get("q");
  if (query) {
    field.value = query;
    showResults(query);
  }
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    const address = new URL(location);
    address.search = "";
    address.searchParams.set("q", field.value);
    address.searchParams.set("lang", document.documentElement.lang);
    history.replaceState(null, "", address);
    showResults(field.value);
  });
  byId("results-more").addEventListener("click", () => {
    results.shown += atATime;
    showNarrowed();
  });
  document.addEventListener("tela-language", () => results && showNarrowed());
}

document.addEventListener("DOMContentLoaded", begin);
