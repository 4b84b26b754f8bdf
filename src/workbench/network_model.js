// What is drawn: a thing, and step by step the neighbours that the reader has asked for. A step can be taken back.

const mostNew = 50;

export class NetworkModel {
  constructor(centre) {
    this.centre = centre;
    this.steps = [];
    this.rebuild();
  }

  /** Adds neighbours, at most 50 new ones. Returns how many were left out. */
  add(origin, { nodes, ties }) {
    const fresh = nodes.filter((node) => !this.nodes.has(node.iri));
    const step = { origin, nodes: fresh.slice(0, mostNew), ties };
    this.steps.push(step);
    this.take(step);
    return fresh.length - step.nodes.length;
  }

  undo() {
    this.steps.pop();
    this.rebuild();
  }

  clear() {
    this.steps = [];
    this.rebuild();
  }

  rebuild() {
    this.nodes = new Map([[this.centre.iri, this.centre]]);
    this.ties = new Map();
    for (const step of this.steps) this.take(step);
  }

  take(step) {
    for (const node of step.nodes) this.nodes.set(node.iri, { ...node, origin: step.origin });
    // A tie that several steps bring is one; ties to what was left out are none.
    for (const tie of step.ties)
      if (tie.a !== tie.b && this.nodes.has(tie.a) && this.nodes.has(tie.b))
        this.ties.set(`${tie.a} ${tie.label} ${tie.b}`, tie);
  }

  degrees() {
    const degrees = new Map([...this.nodes.keys()].map((iri) => [iri, 0]));
    for (const { a, b } of this.ties.values())
      for (const end of [a, b]) degrees.set(end, degrees.get(end) + 1);
    return degrees;
  }
}

NetworkModel.mostNew = mostNew;
