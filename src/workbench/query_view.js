// The view for SPARQL: the editor, what is wrong with the query, its run, and its answer.

import { announce, afterPause, button, element } from "./dom.js";
import { Editor } from "./editor.js";
import { graphForms, mediaTypes, solutionForms } from "./file_forms.js";
import { linkTo, sharedLink } from "./fragment.js";
import { pastQueries, remember } from "./history.js";
import { queryExtras } from "./query_extras.js";
import { QueryRun } from "./query_run.js";
import { QueryTabs } from "./query_tabs.js";
import { ResultPanel } from "./result_panel.js";
import { ask, check, vocabulary } from "./server.js";
import { number, word } from "./words.js";

const first = `SELECT ?state ?name (COUNT(?project) AS ?projects) {
  ?project a tela:Project ;
           tela:beneficiary ?state .
  ?state rdfs:label ?name FILTER(LANG(?name) = "en")
} GROUP BY ?state ?name ORDER BY DESC(?projects) LIMIT 20`;

const inSeconds = (seconds) => number(Math.round(seconds * 10) / 10);

export class QueryView {
  constructor() {
    this.editor = new Editor({
      onChange: () => this.edited(),
      onRun: () => this.run(),
      onEscape: () => this.stop(),
    });
    this.tabs = new QueryTabs((text) => this.turnTo(text));
    this.panel = new ResultPanel();
    this.fault = element("p", { id: "fault", class: "note" });
    this.message = element("p", { id: "message", class: "note" });
    this.runButton = button(word("run"), () => this.run(), { id: "run" });
    this.stopButton = button(word("stop"), () => this.stop(), { id: "stop", disabled: true });
    this.node = element(
      "section",
      {},
      element("h1", {}, word("query")),
      this.tabs.node,
      this.editor.node,
      this.fault,
      element(
        "div",
        { class: "tools" },
        this.runButton,
        this.stopButton,
        button(word("share"), () => this.share(), { id: "share" }),
        button(word("format"), () => this.editor.format(), { id: "format-query" }),
        button(word("addPrefixes"), () => this.addPrefixes(), { id: "prefixes" }),
      ),
      this.message,
      element("p", { class: "note", id: "editor-help" }, word("editorHelp")),
      queryExtras(
        () => this.editor.text,
        (text) => this.take(text),
      ),
      this.panel.node,
    );
    this.checkSoon = afterPause(400, () => this.check());
  }

  async show({ text, run, view }) {
    if (text) this.tabs.open(text);
    if (!this.tabs.text) this.tabs.keep(pastQueries()[0]?.text ?? first);
    this.editor.text = this.tabs.text;
    if (text && run) await this.run();
    if (view) this.panel.chooseNamed(view);
  }

  leave() {
    if (this.running) this.stop();
  }

  // Another tab.
  turnTo(text) {
    this.stop();
    this.panel.clear();
    this.take(text);
  }

  edited() {
    this.tabs.keep(this.editor.text);
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
    const place = problem.line
      ? word("faultAt", { line: problem.line, column: problem.column ?? 1, text: problem.message })
      : problem.message;
    this.fault.replaceChildren(
      element("strong", { class: "problem" }, place),
      problem.advice ? ` ${problem.advice}` : "",
    );
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
      this.finish(
        word("took", { rows: number(table.rows.length), seconds: inSeconds(this.running.seconds) }),
      );
      this.panel.show(table, this.sourceOf(text, table));
    } catch (problem) {
      if (this.running.stopped)
        return this.finish(word("stopped", { seconds: inSeconds(this.running.seconds) }));
      this.finish("");
      this.showFault(problem);
    }
  }

  begin(text) {
    this.fault.textContent = "";
    this.panel.clear();
    history.replaceState(null, "", linkTo("query", { text, run: "1" }));
    const tell = ({ seconds, rows }) =>
      (this.message.textContent = word("running", { seconds: inSeconds(seconds), rows: number(rows) }));
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
    const accept = (form) => `${mediaTypes[form]}, application/problem+json;q=0.1`;
    const forms = table.graph ? graphForms : solutionForms;
    return { name: "tela", forms, fetch: (form) => ask(text, { accept: accept(form) }) };
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
  }

  // A query of the past.
  take(text) {
    this.editor.text = text;
    this.edited();
    this.editor.field.focus();
  }
}
