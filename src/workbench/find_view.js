// The first view: things by their names, and the kinds there are.

import { search, vocabulary } from "./server.js";
import { afterPause, announce, element } from "./dom.js";
import { linkTo } from "./fragment.js";
import { number, word } from "./words.js";

const pause = 150;
const mostHits = 25;
const mostKinds = 12;

function hitItem(hit) {
  const kinds = hit.types.map((type) => type.name).join(", ");
  const key = hit.fit === "mistaken" ? "foundMistaken" : hit.found === hit.name ? "" : "foundAs";
  const found = key && word(key, { name: hit.found });
  return element(
    "li",
    {},
    element("a", { href: linkTo("see", { thing: hit.iri }) }, hit.name),
    element("small", {}, ` ${kinds}`, found && ` · ${found}`),
  );
}

function kindItem(kind) {
  const query = `SELECT ?thing { ?thing a <${kind.iri}> }`;
  return element(
    "li",
    {},
    element(
      "a",
      { href: linkTo("query", { text: query, run: "1" }) },
      element("b", {}, number(kind.count)),
      element("span", {}, kind.name),
    ),
  );
}

export class FindView {
  constructor() {
    this.field = element("input", {
      type: "search",
      id: "text",
      autocomplete: "off",
      spellcheck: "false",
      oninput: afterPause(pause, () => this.find()),
    });
    this.results = element("ol", { id: "hits", class: "plain" });
    this.count = element("p", { id: "hit-count" });
    this.node = element(
      "section",
      {},
      element("h1", {}, word("find")),
      element("p", { class: "lead" }, word("findLead")),
      element(
        "form",
        { role: "search", class: "ask", onsubmit: (event) => this.submit(event) },
        element("label", { for: "text" }, word("findLabel")),
        this.field,
        element("button", {}, word("find")),
      ),
      this.count,
      this.results,
      (this.kinds = element("div")),
    );
    this.showKinds();
  }

  show({ text = "" }) {
    this.field.value = text;
    this.find();
    this.field.focus();
  }

  submit(event) {
    event.preventDefault();
    history.replaceState(null, "", linkTo("find", { text: this.field.value }));
    this.find();
  }

  async find() {
    this.asked?.abort();
    this.asked = new AbortController();
    const text = this.field.value.trim();
    this.kinds.hidden = text !== "";
    try {
      const hits = text ? await search(text, { limit: mostHits, signal: this.asked.signal }) : [];
      this.results.replaceChildren(...hits.map(hitItem));
      this.count.textContent = text ? word("found", { count: hits.length }) : "";
      announce(this.count.textContent);
    } catch (error) {
      if (error.name !== "AbortError") this.count.textContent = error.message;
    }
  }

  // Classes of this project's own: the ontology's are for programs.
  async showKinds() {
    const { classes, base } = await vocabulary().catch(() => ({ classes: [], base: "" }));
    const own = classes.filter((one) => one.iri.startsWith(base)).slice(0, mostKinds);
    this.kinds.replaceChildren(
      element("h2", {}, word("kinds")),
      element("ul", { class: "tiles" }, own.map(kindItem)),
    );
  }
}
