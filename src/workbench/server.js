// The addresses of `tela serve`; src/server/README.md lists them.

import { language } from "./words.js";

const root = new URL("..", import.meta.url);

export const address = (path) => new URL(path, root);

// Indented lines are the query again, which is on the page already.
const withoutExcerpt = (text) =>
  text
    .split("\n")
    .filter((line) => !line.startsWith("    "))
    .join(" ");

/** What the server says went wrong (RFC 9457): message, advice, line, column. */
export class Problem extends Error {
  constructor(problem, status) {
    super(withoutExcerpt(problem.detail ?? problem.title ?? String(status)));
    this.status = status;
    this.line = problem.line;
    this.column = problem.column;
    this.advice = withoutExcerpt(problem.advice ?? "");
  }
}

async function checked(response) {
  if (response.ok) return response;
  const text = await response.text();
  let problem = { detail: text };
  try {
    problem = JSON.parse(text);
  } catch {
    // A proxy in between speaks no JSON.
  }
  throw new Problem(problem, response.status);
}

export async function get(path, parameters = {}, options = {}) {
  const url = address(path);
  for (const [name, value] of Object.entries(parameters))
    if (value !== "") url.searchParams.append(name, value);
  const headers = { Accept: "application/json, application/problem+json, */*;q=0.1", ...options.headers };
  return checked(await fetch(url, { ...options, headers }));
}

export async function getJson(path, parameters, options) {
  return (await get(path, parameters, options)).json();
}

/** Things by their names, slips forgiven: [{iri, name, found, fit, types}]. */
export function search(text, { type = "", limit = 10, signal } = {}) {
  return getJson("api/1/search", { text, type, lang: language(), limit }, { signal });
}

/** Has the server make its index of names, which it does when it is first asked, before the reader waits for it. */
export const prepareSearch = () => search("tela", { limit: 1 }).catch(() => []);

const vocabularies = new Map();

/** Prefixes, classes and properties of the store, named in the reader's language. */
export function vocabulary(ofClass = "") {
  const key = `${language()} ${ofClass}`;
  if (!vocabularies.has(key)) {
    const asked = getJson("api/1/vocabulary", { lang: language(), class: ofClass });
    asked.catch(() => vocabularies.delete(key));
    vocabularies.set(key, asked);
  }
  return vocabularies.get(key);
}

const tableTypes = "text/tab-separated-values, application/n-triples;q=0.9, application/problem+json;q=0.1";

/** Asks a query; `id` names it so that it can be looked at and ended. */
export async function ask(query, { accept = tableTypes, id, signal } = {}) {
  const headers = { Accept: accept };
  if (id) headers["Tela-Query-Id"] = id;
  return checked(
    await fetch(address("sparql"), {
      method: "POST",
      headers,
      signal,
      body: new URLSearchParams({ query }),
    }),
  );
}

/** Parses and plans a query without running it; throws the Problem that it has. */
export async function check(query, { signal } = {}) {
  const body = new URLSearchParams({ query });
  const found = await (
    await checked(await fetch(address("api/1/check"), { method: "POST", signal, body }))
  ).json();
  if (!found.wellFormed) throw new Problem(found, 400);
  return found;
}

export function progressOf(id) {
  return getJson(`api/1/queries/${id}`);
}

export function endQuery(id) {
  return fetch(address(`api/1/queries/${id}`), { method: "DELETE" });
}

/** The questions of the library: [{name, summary, parameters}]. */
let library;
export function questions() {
  library ??= getJson("q/");
  return library;
}
