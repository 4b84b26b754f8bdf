// The view for SPARQL: the editor, what is wrong with the query, its run, and its answer.

import { announce, afterPause, element } from "./dom.js";
import { Editor } from "./editor.js";
import { linkTo, sharedLink } from "./fragment.js";
import { pastQueries, remember } from "./history.js";
import { QueryRun } from "./query_run.js";
import { ResultPanel } from "./result_panel.js";
import { sameIn } from "./same_in.js";
import { ask, check, vocabulary } from "./server.js";
import { withPrefixes } from "./sparql_tokens.js";
import { language, number, word } from "./words.js";

const first = `SELECT ?state ?name (COUNT(?project) AS ?projects) {
  ?project a tela:Project ;
           tela:beneficiary ?state .
  ?state rdfs:label ?name FILTER(LANG(?name) = "en")
} GROUP BY ?state ?name ORDER BY DESC(?projects) LIMIT 20`;

const mediaTypes = { csv: "text/csv", tsv: "text/tab-separated-values", json: "application/sparql-results+json",
  xml: "application/sparql-results+xml", ttl: "text/turtle", nt: "application/n-triples", jsonld: "application/ld+json", rdf: "application/rdf+xml" };

const inSeconds = (seconds) => number(Math.round(seconds * 10) / 10);

export class QueryView {
  constructor() {
    this.editor = new Editor({ onChange: () => this.edited(), onRun: () => this.run(), onEscape: () => this.stop() });
    this.panel = new ResultPanel();
    this.fault = element("p", { id: "fault", class: "note" });
    this.message = element("p", { id: "message", class: "note" });
    this.runButton = element("button", { type: "button", id: "run", onclick: () => this.run() }, word("run"));
    this.stopButton = element("button", { type: "button", id: "stop", disabled: true, onclick: () => this.stop() }, word("stop"));
    this.node = element("section", {}, element("h1", {}, word("query")), this.editor.node, this.fault,
      element("div", { class: "ask" }, this.runButton, this.stopButton,
        element("button", { type: "button", id: "share", onclick: () => this.share() }, word("share")),
        element("button", { type: "button", id: "prefixes", onclick: () => this.addPrefixes() }, word("addPrefixes"))),
      this.message, element("p", { class: "note", id: "editor-help" }, word("editorHelp")),
      this.historyNode = this.disclosure("history", () => this.pastList()),
      this.sameNode = this.disclosure("sameIn", () => this.sameTexts()),
      this.planNode = this.disclosure("plan", () => this.planText()),
      this.panel.node);
    this.checkSoon = afterPause(400, () => this.check());
  }

  disclosure(name, make) {
    const content = element("div");
    const node = element("details", { id: name, ontoggle: async () => {
      if (node.open) content.replaceChildren(...[await make()].flat());
    } }, element("summary", {}, word(name)), content);
    return node;
  }

  async show({ text, run }) {
    if (text || !this.editor.text) this.editor.text = text || pastQueries()[0]?.text || first;
    if (text && run) await this.run();
  }

  leave() {
    if (this.running) this.stop();
  }

  edited() {
    this.fault.textContent = "";
    this.message.textContent = "";
    // A reload shows the same; packed only when it is shared.
    history.replaceState(null, "", linkTo("query", { text: this.editor.text }));
    this.checkSoon();
  }

  async check() {
    const { text } = this.editor;
    if (!text.trim()) return;
    try {
      await check(text);
      if (text === this.editor.text) this.editor.mark(null);
    } catch (problem) {
      if (text === this.editor.text && problem.line) this.showFault(problem);
    }
  }

  showFault(problem) {
    this.editor.mark(problem);
    const place = problem.line ? word("faultAt", { line: problem.line, column: problem.column ?? 1, text: problem.message }) : problem.message;
    this.fault.replaceChildren(element("strong", { class: "problem" }, place), problem.advice ? ` ${problem.advice}` : "");
    announce(this.fault.textContent);
  }

  async run() {
    if (this.running) return;
    const { text } = this.editor;
    this.begin(text);
    try {
      await check(text);
      const table = await this.running.table();
      remember(text);
      this.finish(word("took", { rows: number(table.rows.length), seconds: inSeconds(this.running.seconds) }));
      this.panel.show(table, this.sourceOf(text, table));
    } catch (problem) {
      if (this.running.stopped) return this.finish(word("stopped", { seconds: inSeconds(this.running.seconds) }));
      this.finish("");
      this.showFault(problem);
    }
  }

  begin(text) {
    this.fault.textContent = "";
    this.panel.clear();
    history.replaceState(null, "", linkTo("query", { text, run: "1" }));
    const tell = ({ seconds, rows }) => (this.message.textContent = word("running", { seconds: inSeconds(seconds), rows: number(rows) }));
    this.running = new QueryRun(text, tell);
    tell({ seconds: 0, rows: 0 });
    this.runButton.disabled = true;
    this.stopButton.disabled = false;
  }

  finish(message) {
    this.message.textContent = message;
    announce(message);
    this.runButton.disabled = false;
    this.stopButton.disabled = true;
    this.running = null;
  }

  stop() {
    this.running?.stop();
  }

  sourceOf(text, table) {
    const graph = table.variables.join() === "subject,predicate,object" && /\b(CONSTRUCT|DESCRIBE)\b/i.test(text);
    const fetchAs = (form, parameters) => ask(text, { accept: `${mediaTypes[form]}, application/problem+json;q=0.1`, parameters });
    return { name: "tela", graph, fetch: fetchAs };
  }

  async share() {
    const link = await sharedLink("query", { text: this.editor.text, run: "1" });
    history.replaceState(null, "", link);
    try {
      await navigator.clipboard.writeText(link);
    } catch {
      // The address of the page is the link all the same.
    }
    this.message.textContent = word("shared");
    announce(word("shared"));
  }

  async addPrefixes() {
    this.editor.addPrefixes((await vocabulary()).prefixes);
    this.edited();
  }

  pastList() {
    const past = pastQueries();
    if (past.length === 0) return element("p", {}, word("noHistory"));
    const when = new Intl.DateTimeFormat(language(), { dateStyle: "short", timeStyle: "short" });
    return element("ul", { class: "plain" }, past.map((one) => element("li", {},
      element("button", { type: "button", class: "past", onclick: () => this.take(one.text) }, when.format(one.when), " ", element("code", {}, one.text.slice(0, 160))))));
  }

  take(text) {
    this.editor.text = text;
    this.historyNode.open = false;
    this.edited();
    this.editor.field.focus();
  }

  // Other programs know no prefixes of ours.
  async sameTexts() {
    const whole = withPrefixes(this.editor.text, (await vocabulary()).prefixes);
    return Object.entries(sameIn).map(([program, make]) => {
      const text = element("textarea", { readonly: true, rows: "6", "aria-label": program, spellcheck: "false" });
      text.value = make(whole);
      return [element("h3", {}, program), text];
    }).flat();
  }

  async planText() {
    try {
      const found = await check(this.editor.text);
      return element("pre", { class: "plan", tabindex: "0" }, found.plan);
    } catch (problem) {
      return element("p", {}, problem.message);
    }
  }
}
