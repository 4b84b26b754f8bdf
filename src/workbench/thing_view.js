// A thing: its name, where all that is known of it stands, and its neighbours as a network.

import { element, isWebAddress } from "./dom.js";
import { learnNames, nameOf } from "./labels.js";
import { typesOf } from "./neighbours.js";
import { NetworkPanel } from "./network_panel.js";
import { address } from "./server.js";
import { pageOf, shortName } from "./terms.js";
import { word } from "./words.js";

// What could end the <…> of a query is no IRI of a store.
const isIriText = (text) => /^[a-z][a-z0-9+.-]*:[^<>"{}|^`\\\u0000-\u0020]*$/i.test(text);

export class ThingView {
  constructor() {
    this.node = element("section");
  }

  async show({ thing = "" }) {
    const mine = (this.turn = (this.turn ?? 0) + 1);
    if (!isIriText(thing))
      return this.node.replaceChildren(element("h1", {}, word("nothingKnown")), element("p", {}, thing));
    const types = await typesOf(thing);
    await learnNames([thing, ...types]);
    if (mine !== this.turn) return; // another thing was asked for meanwhile
    const panel = new NetworkPanel(thing);
    this.node.replaceChildren(
      element("p", { class: "kind" }, types.map((type) => nameOf(type) || shortName(type)).join(" · ")),
      element("h1", {}, nameOf(thing) || shortName(thing)),
      element("p", { class: "iri" }, thing, " ", this.links(thing)),
      panel.node,
    );
    await panel.start();
  }

  links(thing) {
    const page = pageOf(thing);
    const link = page
      ? element("a", { href: address(page) }, word("allOnPage"))
      : isWebAddress(thing)
        ? element("a", { href: thing, rel: "noreferrer", class: "out" }, word("outside"))
        : null;
    return link ?? "";
  }
}
