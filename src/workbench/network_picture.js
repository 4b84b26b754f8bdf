// The network as SVG. Everything in it is in the tables beside it, too.

import { svg } from "./dom.js";
import { layOut } from "./force_layout.js";
import { nameOf } from "./labels.js";
import { shortened } from "./shortened.js";
import { shortName } from "./terms.js";
import { word } from "./words.js";

const longestLabel = 30;
const margin = 50;
const denseFrom = 150; // ties: from here on those of the chosen node stand out

export const labelOf = (node) => node.label || nameOf(node.iri) || shortName(node.iri);

export class NetworkPicture {
  constructor({ onNode, onTie }) {
    this.onNode = onNode;
    this.onTie = onTie;
    this.places = new Map();
    this.node = svg("svg", { class: "network", role: "img" });
  }

  draw(model, chosen) {
    layOut(model, this.places);
    const degrees = model.degrees();
    const isOwn = (tie) => tie.a === chosen || tie.b === chosen;
    const ties = [...model.ties.values()]
      .sort((x, y) => isOwn(x) - isOwn(y))
      .map((tie) => this.tie(tie, model, isOwn(tie)));
    this.node.classList.toggle("dense", model.ties.size > denseFrom);
    const nodes = [...model.nodes.values()].map((node) =>
      this.dot(node, degrees.get(node.iri), node.iri === chosen),
    );
    this.node.replaceChildren(...ties, ...nodes);
    this.node.setAttribute(
      "aria-label",
      word("networkLabel", { nodes: model.nodes.size, ties: model.ties.size }),
    );
    this.fit([...model.nodes.keys()].map((iri) => this.places.get(iri)));
  }

  // A few nodes are not blown up to fill the picture.
  fit(points) {
    const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
    const span = (values, least) => {
      const [low, high] = [Math.min(...values), Math.max(...values)];
      const more = Math.max(0, least - (high - low)) / 2;
      return [low - more, high - low + 2 * more];
    };
    const [left, width] = span(xs, 500);
    const [top, height] = span(ys, 300);
    const box = [left - margin, top - margin, width + 4 * margin, height + 2 * margin]; // names stand on the right
    this.node.setAttribute("viewBox", box.map(Math.round).join(" "));
  }

  tie(tie, model, isOwn) {
    const [from, to] = [this.places.get(tie.a), this.places.get(tie.b)];
    const ends = { x1: from.x.toFixed(1), y1: from.y.toFixed(1), x2: to.x.toFixed(1), y2: to.y.toFixed(1) };
    const names = [tie.a, tie.b].map((iri) => labelOf(model.nodes.get(iri)));
    const weight = tie.weight ? ` (${tie.weight})` : "";
    const title = `${names[0]} – ${tie.label}${weight} – ${names[1]}`;
    return svg(
      "g",
      { class: `tie${tie.relation ? " derived" : ""}${isOwn ? " own" : ""}`, onclick: () => this.onTie(tie) },
      svg("title", {}, title),
      svg("line", {
        ...ends,
        class: "line",
        "stroke-width": String(Math.min(6, 1 + Math.log2(tie.weight ?? 1))),
      }),
      svg("line", { ...ends, class: "hold", "stroke-width": "12" }),
    );
  }

  dot(node, degree, isChosen) {
    const { x, y } = this.places.get(node.iri);
    const radius = 6 + Math.min(10, Math.sqrt(degree));
    return svg(
      "g",
      {
        class: isChosen ? "node chosen" : "node",
        transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
        onclick: () => this.onNode(node),
      },
      svg("title", {}, labelOf(node)),
      svg("circle", { r: radius.toFixed(1) }),
      svg("text", { x: String(Math.round(radius) + 3), y: "4" }, shortened(labelOf(node), longestLabel)),
    );
  }
}
