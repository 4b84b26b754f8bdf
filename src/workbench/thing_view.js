// A thing: its name, and where all that is known of it stands.

import { element } from "./dom.js";
import { learnNames, nameOf } from "./labels.js";
import { address } from "./server.js";
import { pageOf, shortName } from "./terms.js";
import { word } from "./words.js";

export class ThingView {
  constructor() {
    this.node = element("section");
  }

  async show({ thing }) {
    await learnNames([thing]);
    const page = pageOf(thing);
    this.node.replaceChildren(
      element("h1", {}, nameOf(thing) || shortName(thing)),
      element("p", { class: "iri" }, thing),
      page ? element("p", {}, element("a", { href: address(page) }, word("allOnPage"))) : "");
  }
}
