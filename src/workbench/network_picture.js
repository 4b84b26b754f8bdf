// The network as SVG. Everything in it is in the tables beside it, too. By keyboard it is one stop: arrows walk along
// the ties, Enter goes on from a node, Space tells the reasons of the tie that was walked last.

import { announce, svg } from "./dom.js";
import { layOut } from "./force_layout.js";
import { nameOf } from "./labels.js";
import { shortened } from "./shortened.js";
import { shortName } from "./terms.js";
import { word } from "./words.js";

const longestLabel = 30;
const margin = 50;
const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const denseFrom = 150; // ties: from here on those of the chosen node stand out

export const labelOf = (node) => node.label || nameOf(node.iri) || shortName(node.iri);

export class NetworkPicture {
  constructor({ onNode, onTie }) {
    this.onNode = onNode;
    this.onTie = onTie;
    this.places = new Map();
    this.node = svg("svg", { class: "network", role: "group", onkeydown: (event) => this.key(event) });
  }

  draw(model, chosen) {
    this.model = model;
    layOut(model, this.places);
    const degrees = model.degrees();
    const isOwn = (tie) => tie.a === chosen || tie.b === chosen;
    const ties = [...model.ties.values()]
      .sort((x, y) => isOwn(x) - isOwn(y))
      .map((tie) => this.tie(tie, isOwn(tie)));
    this.node.classList.toggle("dense", model.ties.size > denseFrom);
    const nodes = [...model.nodes.values()].map((node) =>
      this.dot(node, degrees.get(node.iri), node.iri === chosen),
    );
    const hadFocus = this.node.contains(document.activeElement);
    this.node.replaceChildren(...ties, ...nodes);
    this.stand(model.nodes.has(chosen) ? chosen : nodes.length > 0 && [...model.nodes.keys()][0]);
    if (hadFocus) this.dotOf(this.standing)?.focus();
    this.node.setAttribute(
      "aria-label",
      word("networkLabel", { nodes: model.nodes.size, ties: model.ties.size }),
    );
    this.fit([...model.nodes.keys()].map((iri) => this.places.get(iri)));
  }

  dotOf(iri) {
    return [...this.node.querySelectorAll(".node")].find((dot) => dot.dataset.iri === iri);
  }

  // The one node that Tab comes to.
  stand(iri) {
    this.dotOf(this.standing)?.setAttribute("tabindex", "-1");
    this.dotOf(iri)?.setAttribute("tabindex", "0");
    this.standing = iri;
  }

  /** The tie from here whose other end lies most in that direction, or undefined. */
  tieTowards([right, down]) {
    const here = this.places.get(this.standing);
    let best;
    let most = 0.2; // of the cosine: what lies aside is not there
    for (const tie of this.model.ties.values()) {
      if (tie.a !== this.standing && tie.b !== this.standing) continue;
      const other = this.places.get(tie.a === this.standing ? tie.b : tie.a);
      const [x, y] = [other.x - here.x, other.y - here.y];
      const cosine = (x * right + y * down) / (Math.hypot(x, y) || 1);
      if (cosine > most) [best, most] = [tie, cosine];
    }
    return best;
  }

  walk(direction) {
    const tie = this.tieTowards(direction);
    if (!tie) return;
    this.walked = tie;
    this.stand(tie.a === this.standing ? tie.b : tie.a);
    this.dotOf(this.standing).focus();
    announce(this.titleOf(tie));
  }

  key(event) {
    const isWalked = this.walked && [this.walked.a, this.walked.b].includes(this.standing);
    if (event.key in directions) this.walk(directions[event.key]);
    else if (event.key === "Enter") this.onNode(this.model.nodes.get(this.standing));
    else if (event.key === " " && isWalked) this.onTie(this.walked);
    else return;
    event.preventDefault();
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

  titleOf(tie) {
    const names = [tie.a, tie.b].map((iri) => labelOf(this.model.nodes.get(iri)));
    return `${names[0]} – ${tie.label}${tie.weight ? ` (${tie.weight})` : ""} – ${names[1]}`;
  }

  tie(tie, isOwn) {
    const [from, to] = [this.places.get(tie.a), this.places.get(tie.b)];
    const ends = { x1: from.x.toFixed(1), y1: from.y.toFixed(1), x2: to.x.toFixed(1), y2: to.y.toFixed(1) };
    return svg(
      "g",
      { class: `tie${tie.relation ? " derived" : ""}${isOwn ? " own" : ""}`, onclick: () => this.onTie(tie) },
      svg("title", {}, this.titleOf(tie)),
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
        role: "button",
        tabindex: "-1",
        "data-iri": node.iri,
        "aria-label": word("nodeLabel", { name: labelOf(node), ties: degree }),
        transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
        onclick: () => this.onNode(node),
      },
      svg("title", {}, labelOf(node)),
      svg("circle", { r: radius.toFixed(1) }),
      svg("text", { x: String(Math.round(radius) + 3), y: "4" }, shortened(labelOf(node), longestLabel)),
    );
  }
}
