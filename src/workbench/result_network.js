// The things of two columns as a network: each row ties the first to the second.

import { linkTo } from "./fragment.js";
import { NetworkCanvas } from "./network_canvas.js";
import { NetworkModel } from "./network_model.js";
import { NetworkPicture } from "./network_picture.js";
import { PictureFrame } from "./picture_frame.js";
import { readTerm } from "./terms.js";

const mostDrawn = 150; // nodes of a picture of SVG; more are painted
const most = 2000;
const mostTies = 20_000;

export class ResultNetwork {
  constructor(model, kinds) {
    this.model = model;
    this.name = "network";
    // Of a graph's triples the verb stands between.
    this.ends = kinds.things.filter((column) => model.variables[column] !== "predicate").slice(0, 2);
    this.frame = new PictureFrame("network");
    this.node = this.frame.node;
  }

  static fits(kinds, variables) {
    return kinds.things.filter((column) => variables[column] !== "predicate").length > 1;
  }

  draw() {
    const network = new NetworkModel({
      iri: readTerm(this.model.row(0)?.[this.ends[0]] ?? "").value,
      label: "",
    });
    let drawn = 0;
    for (let place = 0; place < this.model.size; place += 1) {
      const [a, b] = this.ends.map((column) => readTerm(this.model.row(place)[column] ?? "").value);
      const fresh = [a, b].filter((iri) => iri && !network.nodes.has(iri));
      const isFull = network.nodes.size + fresh.length > most || network.ties.size === mostTies;
      if (!a || !b || isFull) continue;
      network.add(a, {
        nodes: fresh.map((iri) => ({ iri, label: "" })),
        ties: [{ a, b, label: this.model.variables[this.ends[1]] }],
      });
      drawn += 1;
    }
    const onNode = (node) => (location.hash = linkTo("see", { thing: node.iri }));
    const isLarge = network.nodes.size > mostDrawn;
    const picture = isLarge ? new NetworkCanvas({ onNode }) : new NetworkPicture({ onNode, onTie: () => {} });
    this.frame.show(picture.node, drawn, this.model.size);
    picture.draw(network, "");
  }
}
