// A network of up to 2,000 nodes, which SVG would be slow with: painted on a canvas while it is laid out, moved by mouse
// and keys. Its table twin is the result itself.

import { element } from "./dom.js";
import { ForceLayout } from "./force_layout.js";
import { learnNames } from "./labels.js";
import { labelOf } from "./network_picture.js";
import { shortened } from "./shortened.js";
import { word } from "./words.js";

const width = 1240;
const height = 760;
const margin = 60;
const named = 40; // the nodes with most ties have their names beside them
const longestLabel = 30;
const nameHeight = 16;
const batch = 1000; // lines a path: one long path is slow
const near = 12; // pixels that a pointer may miss a node by
const steps = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] };

export class NetworkCanvas {
  /** `onNode` learns which node was clicked. */
  constructor({ onNode }) {
    this.onNode = onNode;
    this.node = element("canvas", {
      class: "network",
      tabindex: "0",
      role: "img",
      width,
      height,
      onwheel: (event) => this.wheel(event),
      onpointerdown: (event) => (this.held = { x: event.offsetX, y: event.offsetY, moved: false }),
      onpointermove: (event) => this.drag(event),
      onpointerup: (event) => this.release(event),
      onpointerleave: () => (this.held = null),
      onkeydown: (event) => this.key(event),
    });
  }

  draw(model) {
    this.model = model;
    this.places = new Map();
    this.layout = new ForceLayout(model, this.places);
    this.degrees = model.degrees();
    this.ends = [...model.ties.values()].map(({ a, b }) => [this.places.get(a), this.places.get(b)]);
    this.strongest = [...model.nodes.values()]
      .sort((x, y) => this.degrees.get(y.iri) - this.degrees.get(x.iri))
      .slice(0, named);
    this.node.setAttribute("aria-label", word("networkCanvas", { nodes: model.nodes.size, ties: model.ties.size }));
    learnNames(this.strongest.map((one) => one.iri)).then(() => this.paintSoon());
    this.view = null; // the whole
    this.move();
  }

  // A round of the layout a frame, so that the reader sees it come about; at once for who wants no motion.
  move() {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (still) while (this.layout.step());
    const frame = () => {
      const goesOn = this.layout.step();
      this.paint();
      this.node.dataset.round = this.layout.round;
      if (goesOn && this.node.isConnected) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }

  paintSoon() {
    cancelAnimationFrame(this.waiting);
    this.waiting = requestAnimationFrame(() => this.paint());
  }

  /** From the places of nodes to pixels: {scale, x, y}. */
  whole() {
    const points = this.layout.points;
    const span = (values) => values.reduce(([low, high], v) => [Math.min(low, v), Math.max(high, v)], [Infinity, -Infinity]);
    const [left, right] = span(points.map((point) => point.x));
    const [top, bottom] = span(points.map((point) => point.y));
    const scale = Math.min((width - 2 * margin) / (right - left || 1), (height - 2 * margin) / (bottom - top || 1), 1.5);
    return { scale, x: width / 2 - (scale * (left + right)) / 2, y: height / 2 - (scale * (top + bottom)) / 2 };
  }

  paint() {
    const { scale, x, y } = this.view ?? this.whole();
    this.shown = { scale, x, y };
    const style = getComputedStyle(this.node);
    const colour = (name) => style.getPropertyValue(name);
    const context = this.node.getContext("2d");
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = colour("--card");
    context.fillRect(0, 0, width, height);
    this.paintTies(context, colour("--quiet"), scale, x, y);
    context.fillStyle = colour("--gold");
    context.strokeStyle = colour("--card");
    for (const node of this.model.nodes.values()) {
      const point = this.places.get(node.iri);
      context.beginPath();
      context.arc(point.x * scale + x, point.y * scale + y, this.radius(node), 0, 2 * Math.PI);
      context.fill();
      context.stroke();
    }
    this.paintNames(context, colour, scale, x, y);
  }

  paintTies(context, colour, scale, x, y) {
    context.strokeStyle = colour;
    context.globalAlpha = Math.max(0.08, Math.min(0.5, 300 / this.ends.length));
    context.lineWidth = 1;
    for (let first = 0; first < this.ends.length; first += batch) {
      context.beginPath();
      for (const [from, to] of this.ends.slice(first, first + batch)) {
        context.moveTo(from.x * scale + x, from.y * scale + y);
        context.lineTo(to.x * scale + x, to.y * scale + y);
      }
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  paintNames(context, colour, scale, x, y) {
    context.font = "13px system-ui, sans-serif";
    context.lineWidth = 3;
    context.fillStyle = colour("--ink");
    context.strokeStyle = colour("--card");
    const boxes = []; // a name that would lie over a stronger node's is left out
    for (const node of this.pointed ? [this.pointed, ...this.strongest] : this.strongest) {
      const point = this.places.get(node.iri);
      const [left, line] = [point.x * scale + x + this.radius(node) + 3, point.y * scale + y + 4];
      const label = shortened(labelOf(node), longestLabel);
      const right = left + context.measureText(label).width;
      if (boxes.some((box) => Math.abs(box.line - line) < nameHeight && box.left < right && left < box.right)) continue;
      boxes.push({ left, right, line });
      context.strokeText(label, left, line);
      context.fillText(label, left, line);
    }
  }

  radius(node) {
    return 3 + Math.min(7, Math.sqrt(this.degrees.get(node.iri)) / 2);
  }

  zoom(factor, [x, y] = [width / 2, height / 2]) {
    const { scale, x: left, y: top } = this.shown;
    this.view = { scale: scale * factor, x: x - (x - left) * factor, y: y - (y - top) * factor };
    this.paintSoon();
  }

  showWhole() {
    this.view = null;
    this.paintSoon();
  }

  shift(x, y) {
    this.view = { ...this.shown, x: this.shown.x + x, y: this.shown.y + y };
    this.shown = this.view;
    this.paintSoon();
  }

  // The canvas is as wide as the page lets it be.
  inCanvas(x, y) {
    return [(x * width) / this.node.clientWidth, (y * height) / this.node.clientHeight];
  }

  wheel(event) {
    event.preventDefault();
    this.zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, this.inCanvas(event.offsetX, event.offsetY));
  }

  drag(event) {
    const { held } = this;
    if (held) {
      held.moved ||= Math.hypot(event.offsetX - held.x, event.offsetY - held.y) > 3;
      this.shift(...this.inCanvas(event.offsetX - held.x, event.offsetY - held.y));
      Object.assign(held, { x: event.offsetX, y: event.offsetY });
      return;
    }
    const pointed = this.nodeAt(event);
    if (pointed === this.pointed) return;
    this.pointed = pointed;
    this.node.title = pointed ? labelOf(pointed) : "";
    if (pointed) learnNames([pointed.iri]).then(() => this.paintSoon());
    this.paintSoon();
  }

  release(event) {
    const isClick = this.held && !this.held.moved;
    this.held = null;
    const node = isClick ? this.nodeAt(event) : undefined;
    if (node) this.onNode(node);
  }

  nodeAt(event) {
    const { scale, x, y } = this.shown;
    const [left, top] = this.inCanvas(event.offsetX, event.offsetY);
    let best;
    let least = near;
    for (const node of this.model.nodes.values()) {
      const point = this.places.get(node.iri);
      const distance = Math.hypot(point.x * scale + x - left, point.y * scale + y - top);
      if (distance < least) [best, least] = [node, distance];
    }
    return best;
  }

  key(event) {
    if (event.key in steps) this.shift(...steps[event.key]);
    else if (event.key === "+") this.zoom(1.2);
    else if (event.key === "-") this.zoom(1 / 1.2);
    else if (event.key === "0") this.showWhole();
    else return;
    event.preventDefault();
  }
}
