// Why two are tied: what they share with its dates and pages, or where a statement comes from.

import { announce, element, isWebAddress } from "./dom.js";
import { linkTo } from "./fragment.js";
import { ask, getJson } from "./server.js";
import { readTable } from "./result_stream.js";
import { readTerm } from "./terms.js";
import { language, word } from "./words.js";

const outside = (address) =>
  isWebAddress(address)
    ? element("a", { href: address, rel: "noreferrer", class: "out" }, word("page"))
    : null;

function reasonItem(reason) {
  const dates = [reason.start, reason.end].filter(Boolean).join(" – ");
  return element(
    "li",
    {},
    element("a", { href: linkTo("see", { thing: reason.iri }) }, reason.label),
    dates && ` ${dates} `,
    " ",
    outside(reason.page ?? ""),
    (reason.quotes ?? []).map((quote) =>
      element("q", { class: "why" }, typeof quote === "string" ? quote : (quote.text ?? "")),
    ),
  );
}

async function sharedThings({ actors, by, first, second }, period) {
  const path = `why/${encodeURIComponent(first)}/${encodeURIComponent(second)}.json`;
  const { reasons } = await getJson(path, {
    of: actors,
    by,
    lang: language(),
    ...(period && { where: period }),
  });
  return reasons.map(reasonItem);
}

const sourcesQuery = ([
  subject,
  predicate,
  object,
]) => `SELECT DISTINCT ?graph ?page { GRAPH ?graph { <${subject}> <${predicate}> <${object}> }
  OPTIONAL { ?graph <http://purl.org/dc/terms/source> ?page } }`;

async function sources(statement) {
  const { rows } = await readTable(await ask(sourcesQuery(statement)));
  return rows.map((row) => {
    const [graph, page] = row.map((cell) => readTerm(cell).value);
    return element(
      "li",
      {},
      `${word("statedIn")} `,
      isWebAddress(page)
        ? element("a", { href: page, rel: "noreferrer", class: "out" }, page)
        : element("code", {}, graph),
    );
  });
}

export class WhyPanel {
  constructor() {
    this.node = element("section", { class: "part why-panel", hidden: true, "aria-label": word("why") });
  }

  /** `names` are those of the two ends. Takes the focus, and gives it back when closed. */
  async show(tie, names, period) {
    this.back = document.activeElement;
    const head = element("h2", { tabindex: "-1" }, word("whyOf", { first: names[0], second: names[1] }));
    const list = element("ul", { class: "plain", id: "reasons" });
    this.node.replaceChildren(
      head,
      element("p", { class: "note" }, tie.label),
      list,
      element("button", { type: "button", onclick: () => this.close() }, word("close")),
    );
    this.node.hidden = false;
    head.focus();
    try {
      const items = tie.relation ? await sharedThings(tie.relation, period) : await sources(tie.statement);
      list.replaceChildren(
        ...(items.length > 0 ? items : [element("li", {}, word(tie.relation ? "noReasons" : "noSource"))]),
      );
      announce(word("found", { count: items.length }));
    } catch (error) {
      list.replaceChildren(element("li", { class: "problem" }, error.message));
    }
  }

  close() {
    this.node.hidden = true;
    this.back?.focus?.();
  }
}
