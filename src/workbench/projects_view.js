// Projects, chosen by theme, status, region, state, year and budget; each choice says how many there are.

import { element, refill } from "./dom.js";
import { mediaTypes, solutionForms } from "./file_forms.js";
import { linkTo } from "./fragment.js";
import { learnNames, nameOf } from "./labels.js";
import { bandEnds, facets, projectsQuery, safeChoices, statesQuery, valuesQuery } from "./project_facets.js";
import { ResultPanel } from "./result_panel.js";
import { readTable } from "./result_stream.js";
import { ask } from "./server.js";
import { readTerm, shortName } from "./terms.js";
import { number, word } from "./words.js";

function valueName(name, value) {
  if (name === "start") return value;
  if (name !== "budget") return nameOf(value) || shortName(value);
  const [low, high] = bandEnds(value);
  return high === undefined
    ? word("fromAmount", { low: number(low) })
    : word("band", { low: number(low), high: number(high) });
}

export class ProjectsView {
  constructor() {
    this.fields = element("div", { class: "facets", id: "facets" });
    this.panel = new ResultPanel();
    this.asQuery = element("a", {}, word("asQuery"));
    this.byState = element("a", { id: "by-state" }, word("byState"));
    this.node = element(
      "section",
      {},
      element("h1", {}, word("projects")),
      element("p", { class: "lead" }, word("projectsLead")),
      this.fields,
      element(
        "p",
        { class: "note" },
        element("a", { href: "#projects" }, word("clear")),
        " · ",
        this.asQuery,
        " · ",
        this.byState,
      ),
      this.panel.node,
    );
  }

  async show(choices) {
    const mine = (this.turn = (this.turn ?? 0) + 1);
    this.choices = safeChoices(choices);
    const query = projectsQuery(this.choices);
    this.asQuery.setAttribute("href", linkTo("query", { text: query, run: "1" }));
    this.byState.setAttribute(
      "href",
      linkTo("query", { text: statesQuery(this.choices), run: "1", view: "map" }),
    );
    const accept = (form) => `${mediaTypes[form]}, application/problem+json;q=0.1`;
    const [fields] = await Promise.all([
      this.allFields(),
      this.panel.answer({
        name: "projects",
        forms: solutionForms,
        fetch: (form) => ask(query, { accept: accept(form) }),
      }),
    ]);
    if (mine === this.turn) this.showFields(fields);
  }

  async allFields() {
    const values = await Promise.all(
      Object.keys(facets).map(async (name) => {
        const { rows } = await readTable(await ask(valuesQuery(name, this.choices)));
        return [name, rows.map((row) => row.map((cell) => readTerm(cell).value))];
      }),
    );
    const things = values
      .flatMap(([, rows]) => rows.map(([value]) => value))
      .filter((value) => value.includes(":"));
    await learnNames(things);
    return values;
  }

  showFields(values) {
    const focused = document.activeElement?.id;
    refill(
      this.fields,
      values.map(([name, rows]) => this.field(name, rows)),
    );
    // The fields are new ones; who goes on by keyboard stays where they were.
    if (focused?.startsWith("facet-")) document.getElementById(focused)?.focus();
  }

  field(name, rows) {
    const id = `facet-${name}`;
    const chosen = this.choices[name];
    // What is chosen is seen, also where nothing has it together with the other choices.
    const all = chosen && !rows.some(([value]) => value === chosen) ? [...rows, [chosen, "0"]] : [...rows];
    if (name === "start" || name === "budget") all.sort((a, b) => Number(a[0]) - Number(b[0]));
    const options = all.map(([value, count]) =>
      element("option", { value }, `${valueName(name, value)} (${number(Number(count))})`),
    );
    const any = element("option", { value: "" }, word("any"));
    const select = element("select", { id, onchange: () => this.choose(name, select.value) }, any, options);
    select.value = chosen ?? "";
    return element(
      "span",
      { class: "parameter" },
      element("label", { for: id }, word(`facet.${name}`)),
      select,
    );
  }

  choose(name, value) {
    const choices = { ...this.choices, [name]: value };
    location.hash = linkTo("projects", choices);
  }
}
