// A thing among its neighbours: what there is to draw, the picture, its table, the reasons of a tie.

import { announce, button, element, refill } from "./dom.js";
import { saveText } from "./download.js";
import { learnNames } from "./labels.js";
import { kindsAround } from "./neighbours.js";
import { NetworkModel } from "./network_model.js";
import { NetworkPicture, labelOf } from "./network_picture.js";
import { nodeTable, tieTable, tiesAsCsv } from "./network_tables.js";
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
    this.picture = new NetworkPicture({
      onNode: (node) => this.choose(node.iri),
      onTie: (tie) => this.why(tie),
    });
    this.years = new YearsFields(() => this.choose(this.chosen));
    this.reasons = new WhyPanel();
    this.kinds = element("div", { id: "kinds" });
    this.tools = element("div", { class: "tools" });
    this.tables = element("div");
    this.message = element("p", { id: "network-message", class: "note" });
    this.node = element(
      "div",
      {},
      this.kinds,
      element(
        "div",
        { class: "beside" },
        element("div", {}, this.message, this.picture.node, this.tools),
        this.reasons.node,
      ),
      this.tables,
    );
  }

  async start() {
    await this.choose(this.chosen);
    // One look at what ties it most, rather than a single dot.
    if (this.offered[0]) await this.expand(this.offered[0]);
  }

  /** Offers what lies around this node. */
  async choose(iri) {
    this.chosen = iri;
    this.offered = [];
    try {
      await learnNames([iri]);
      const offered = await kindsAround(iri, this.years.condition());
      if (this.chosen !== iri) return; // another was chosen meanwhile
      this.offered = offered;
    } catch (error) {
      this.message.textContent = error.message;
    }
    this.showKinds();
    this.draw();
  }

  showKinds() {
    const node = this.model.nodes.get(this.chosen) ?? this.model.centre;
    const lead = word("neighboursLead", { most: NetworkModel.mostNew });
    refill(
      this.kinds,
      element("h2", {}, `${word("neighbours")}: ${labelOf(node)}`),
      element("p", { class: "note" }, lead),
      this.years.node,
      element(
        "ul",
        { class: "chips" },
        this.offered.map((kind) => this.kindItem(kind)),
      ),
    );
  }

  kindItem(kind) {
    const draw = button(`${kind.label} `, () => this.expand(kind), { class: "kind-button" });
    draw.append(element("b", {}, number(kind.count)));
    return element("li", {}, draw, this.files(kind));
  }

  // The whole network around the node as the server writes it.
  files({ files }) {
    if (!files) return null;
    return element(
      "span",
      { class: "files" },
      fileForms
        .map((form) => {
          const url = address(`${files.path}.${form}`);
          for (const [name, value] of Object.entries(files.parameters)) url.searchParams.set(name, value);
          return element("a", { href: url, download: `network.${form}` }, form);
        })
        .flatMap((link) => [" ", link]),
    );
  }

  async expand(kind) {
    try {
      const found = await kind.get();
      const left = this.model.add(this.chosen, found);
      await learnNames([...this.model.nodes.values()].filter((node) => !node.label).map((node) => node.iri));
      this.message.textContent =
        word("drawn", { count: number(this.model.nodes.size) }) +
        (left > 0 ? ` · ${word("leftOut", { count: number(left) })}` : "");
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
    const disabled = this.model.steps.length === 0;
    const save = (form, act) => button(`${word("save")} ${form.toUpperCase()}`, act, { id: `save-${form}` });
    refill(
      this.tools,
      button(word("undo"), () => this.back(() => this.model.undo()), { id: "undo", disabled }),
      button(word("clear"), () => this.back(() => this.model.clear()), { id: "clear", disabled }),
      save("svg", () => saveSvg(this.picture.node, "network")),
      save("png", () => savePng(this.picture.node, "network")),
      save("csv", () => saveText(tiesAsCsv(this.model), "text/csv;charset=utf-8", "network.csv")),
      element("p", { class: "note" }, word("networkHelp")),
    );
  }

  name(iri) {
    return labelOf(this.model.nodes.get(iri));
  }

  why(tie) {
    this.reasons.show(tie, [this.name(tie.a), this.name(tie.b)], this.years.condition());
  }

  showTables() {
    refill(
      this.tables,
      tieTable(this.model, this.chosen, { isOpen: this.isOpen("ties", true), onWhy: (tie) => this.why(tie) }),
      nodeTable(this.model, { isOpen: this.isOpen("nodes", false), onGo: (iri) => this.choose(iri) }),
    );
  }

  isOpen(name, usual) {
    return this.tables.querySelector(`#table-${name}`)?.open ?? usual;
  }
}
