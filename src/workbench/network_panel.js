// A thing among its neighbours: what there is to draw, the picture, its table, the reasons of a tie.

import { announce, element, refill } from "./dom.js";
import { csvOf, saveText } from "./download.js";
import { linkTo } from "./fragment.js";
import { learnNames } from "./labels.js";
import { kindsAround } from "./neighbours.js";
import { NetworkModel } from "./network_model.js";
import { NetworkPicture, labelOf } from "./network_picture.js";
import { savePng, saveSvg } from "./save_picture.js";
import { address } from "./server.js";
import { WhyPanel } from "./why_panel.js";
import { YearsFields } from "./years_fields.js";
import { number, word } from "./words.js";

const fileForms = ["graphml", "gexf", "csv", "svg", "png"];

export class NetworkPanel {
  constructor(thing) {
    this.model = new NetworkModel({ iri: thing, label: "" });
    this.chosen = thing;
    this.picture = new NetworkPicture({ onNode: (node) => this.choose(node.iri), onTie: (tie) => this.why(tie) });
    this.years = new YearsFields(() => this.choose(this.chosen));
    this.reasons = new WhyPanel();
    this.kinds = element("div", { id: "kinds" });
    this.tools = element("div", { class: "tools" });
    this.tables = element("div");
    this.message = element("p", { id: "network-message", class: "note" });
    this.node = element("div", {}, this.kinds, element("div", { class: "beside" },
      element("div", {}, this.message, this.picture.node, this.tools), this.reasons.node), this.tables);
  }

  async start() {
    await this.choose(this.chosen);
    // One look at what ties it most, rather than a single dot.
    if (this.offered[0]) await this.expand(this.offered[0]);
  }

  /** Offers what lies around this node. */
  async choose(iri) {
    this.chosen = iri;
    await learnNames([iri]);
    this.offered = await kindsAround(iri, this.years.condition());
    this.showKinds();
    this.draw();
  }

  showKinds() {
    const node = this.model.nodes.get(this.chosen) ?? this.model.centre;
    refill(this.kinds, element("h2", {}, `${word("neighbours")}: ${labelOf(node)}`),
      element("p", { class: "note" }, word("neighboursLead", { most: NetworkModel.mostNew })), this.years.node,
      element("ul", { class: "chips" }, this.offered.map((kind) => element("li", {},
        element("button", { type: "button", class: "kind-button", onclick: () => this.expand(kind) }, kind.label, " ", element("b", {}, number(kind.count))), this.files(kind)))));
  }

  // The whole network around the node as the server writes it.
  files({ files }) {
    if (!files) return null;
    return element("span", { class: "files" }, fileForms.map((form) => {
      const url = address(`${files.path}.${form}`);
      for (const [name, value] of Object.entries(files.parameters)) url.searchParams.set(name, value);
      return element("a", { href: url, download: `network.${form}` }, form);
    }).flatMap((link) => [" ", link]));
  }

  async expand(kind) {
    try {
      const found = await kind.get();
      const left = this.model.add(this.chosen, found);
      await learnNames([...this.model.nodes.values()].filter((node) => !node.label).map((node) => node.iri));
      this.message.textContent = word("drawn", { count: number(this.model.nodes.size) }) + (left > 0 ? ` · ${word("leftOut", { count: number(left) })}` : "");
      announce(this.message.textContent);
    } catch (error) {
      this.message.textContent = error.message;
    }
    this.draw();
  }

  draw() {
    this.picture.draw(this.model, this.chosen);
    this.showTools();
    this.showTables();
  }

  back(change) {
    change();
    if (!this.model.nodes.has(this.chosen)) return this.choose(this.model.centre.iri);
    this.message.textContent = word("drawn", { count: number(this.model.nodes.size) });
    return this.draw();
  }

  showTools() {
    const button = (id, act, disabled = false) => element("button", { type: "button", id, disabled, onclick: act }, word(id));
    const empty = this.model.steps.length === 0;
    const save = (form, act) => element("button", { type: "button", id: `save-${form}`, onclick: act }, `${word("save")} ${form.toUpperCase()}`);
    refill(this.tools, button("undo", () => this.back(() => this.model.undo()), empty), button("clear", () => this.back(() => this.model.clear()), empty),
      save("svg", () => saveSvg(this.picture.node, "network")), save("png", () => savePng(this.picture.node, "network")), save("csv", () => this.saveCsv()),
      element("p", { class: "note" }, word("networkHelp")));
  }

  name(iri) {
    return labelOf(this.model.nodes.get(iri));
  }

  saveCsv() {
    const rows = [...this.model.ties.values()].map((tie) => [tie.a, tie.b, String(tie.weight ?? 1), tie.label, this.name(tie.a), this.name(tie.b)]);
    saveText("\uFEFF" + csvOf(["Source", "Target", "Weight", "Label", "Source name", "Target name"], rows), "text/csv;charset=utf-8", "network.csv");
  }

  why(tie) {
    this.reasons.show(tie, [this.name(tie.a), this.name(tie.b)], this.years.condition());
  }

  // Ties of the chosen node first: they are what the reader looks at.
  showTables() {
    const degrees = this.model.degrees();
    const nodes = [...this.model.nodes.values()].sort((x, y) => degrees.get(y.iri) - degrees.get(x.iri));
    const isOwn = (tie) => Number(tie.a === this.chosen || tie.b === this.chosen);
    const ties = [...this.model.ties.values()].sort((x, y) => isOwn(y) - isOwn(x) || (y.weight ?? 1) - (x.weight ?? 1));
    refill(this.tables, this.table("ties", ["between", "and", "tie", "why"], ties.map((tie) => [this.name(tie.a), this.name(tie.b), tie.label + (tie.weight ? ` (${tie.weight})` : ""),
      element("button", { type: "button", class: "why-button", "aria-label": `${word("why")}: ${this.name(tie.a)}, ${this.name(tie.b)}`, onclick: () => this.why(tie) }, word("why"))])),
    this.table("nodes", ["nodes", "ties", "see"], nodes.map((node) => [element("a", { href: linkTo("see", { thing: node.iri }) }, labelOf(node)), number(degrees.get(node.iri)),
      element("button", { type: "button", class: "go-button", "aria-label": `${word("neighbours")}: ${labelOf(node)}`, onclick: () => this.choose(node.iri) }, word("neighbours"))])));
  }

  table(name, heads, rows) {
    return element("details", { id: `table-${name}`, open: this.tables.querySelector(`#table-${name}`)?.open ?? name === "ties" },
      element("summary", {}, `${word(name)}: ${number(rows.length)}`),
      element("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": word(name) }, element("table", { class: "result" },
        element("thead", {}, element("tr", {}, heads.map((head) => element("th", { scope: "col" }, word(head))))),
        element("tbody", {}, rows.map((row) => element("tr", {}, row.map((cell) => element("td", {}, cell))))))));
  }
}
