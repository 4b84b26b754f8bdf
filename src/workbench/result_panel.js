// An answer: how many rows it has, views of it, and ways to take it home.

import { announce, afterPause, element, refill } from "./dom.js";
import { saveBlob, saveText, csvOf, plainRows } from "./download.js";
import { address } from "./server.js";
import { readTable } from "./result_stream.js";
import { TableModel } from "./table_model.js";
import { TableView } from "./table_view.js";
import { picturesOf } from "./result_pictures.js";
import { number, word } from "./words.js";

/** @typedef {{name: string, forms: object, fetch: function(string, object?): Promise<Response>, page?: string}} Answer
 *  forms are those that the server can give, fetch gives one of them, page is where the answer stands without script. */
export class ResultPanel {
  constructor() {
    this.count = element("p", { class: "count", id: "count" });
    this.tools = element("div", { class: "tools" });
    this.views = element("div");
    this.node = element(
      "section",
      { class: "answer", "aria-label": word("answer") },
      this.count,
      this.tools,
      this.views,
    );
  }

  clear() {
    for (const part of [this.tools, this.views]) part.replaceChildren();
    this.count.textContent = "";
  }

  /** Fetches the answer of a question and shows it, or what went wrong. */
  async answer(source) {
    this.count.textContent = word("asking");
    this.awaited = source;
    try {
      const table = await readTable(await source.fetch("tsv"));
      if (this.awaited === source) this.show(table, source); // else another was asked for meanwhile
    } catch (error) {
      if (this.awaited === source) this.fail(error);
    }
  }

  fail(error) {
    this.clear();
    this.count.replaceChildren(
      element("strong", { class: "problem", role: "alert" }, error.message),
      ` ${error.advice ?? ""}`,
    );
  }

  /** @param {import("./result_stream.js").ResultTable} table @param {Answer} source */
  show(table, source) {
    this.clear();
    this.source = source;
    if (table.boolean !== undefined) {
      this.count.textContent = word(table.boolean ? "yes" : "no");
      return announce(this.count.textContent);
    }
    this.model = new TableModel(table);
    this.tell();
    announce(this.count.textContent);
    this.table = new TableView(this.model, { onOrder: () => this.changed() });
    this.showTools();
    this.showViews();
  }

  tell() {
    const all = this.model.rows.length;
    const shown = this.model.size;
    this.count.textContent =
      shown === all
        ? word("rows", { count: number(all) })
        : word("rowsOf", { shown: number(shown), count: number(all) });
  }

  changed() {
    this.tell();
    for (const picture of this.pictures) picture.stale = true;
    this.drawCurrent();
  }

  showTools() {
    const filter = element("input", {
      type: "search",
      id: "filter",
      oninput: afterPause(200, () => {
        this.model.filter(filter.value);
        this.table.refresh();
        this.changed();
        announce(this.count.textContent);
      }),
    });
    const options = [["shown", word("asShown")], ...Object.entries(this.source.forms)];
    const form = element(
      "select",
      { id: "form", "aria-label": word("form") },
      options.map(([value, name]) => element("option", { value }, name)),
    );
    refill(
      this.tools,
      element("label", { for: "filter" }, word("filter")),
      filter,
      form,
      element("button", { type: "button", id: "save", onclick: () => this.save(form.value) }, word("save")),
      element("button", { type: "button", id: "copy", onclick: () => this.copy() }, word("copy")),
      this.source.page ? element("a", { href: address(this.source.page) }, word("plainPage")) : null,
    );
  }

  async save(form) {
    const name = this.source.name;
    if (form === "shown")
      return saveText(
        "\uFEFF" + csvOf(this.model.variables, [...plainRows(this.model)]),
        "text/csv;charset=utf-8",
        `${name}.csv`,
      );
    try {
      const response = await (form === "excel"
        ? this.source.fetch("csv", { excel: "1" })
        : this.source.fetch(form));
      saveBlob(await response.blob(), `${name}.${form === "excel" ? "csv" : form}`);
    } catch (error) {
      announce(error.message);
      this.count.textContent = error.message;
    }
  }

  async copy() {
    const lines = [this.model.variables, ...plainRows(this.model)].map((row) =>
      row.map((cell) => cell.replace(/[\t\r\n]/g, " ")).join("\t"),
    );
    try {
      await navigator.clipboard.writeText(lines.join("\n"));
      announce(word("copied", { count: number(this.model.size) }));
      this.count.textContent = word("copied", { count: number(this.model.size) });
    } catch {
      this.count.textContent = word("notCopied");
    }
  }

  // The table is one view, each picture that the columns allow another.
  showViews() {
    this.pictures = picturesOf(this.model, () => {
      this.table.refresh();
      this.tell();
    });
    this.frame = element("div");
    const all = [{ name: "table", node: this.table.node }, ...this.pictures];
    this.tabs = all.map((view) =>
      element(
        "button",
        {
          type: "button",
          id: `view-${view.name}`,
          "aria-pressed": "false",
          onclick: () => this.choose(view),
        },
        word(view.name),
      ),
    );
    this.views.replaceChildren(
      all.length > 1
        ? element("div", { class: "tabs", role: "group", "aria-label": word("views") }, this.tabs)
        : "",
      this.frame,
    );
    this.all = all;
    this.choose(all[0]);
  }

  /** Shows the view of that name where the result allows it. */
  chooseNamed(name) {
    const view = this.all?.find((one) => one.name === name);
    if (view) this.choose(view);
  }

  choose(view) {
    this.current = view;
    this.all.forEach((one, at) => this.tabs[at].setAttribute("aria-pressed", String(one === view)));
    this.frame.replaceChildren(view.node);
    this.drawCurrent();
  }

  drawCurrent() {
    if (!this.current?.draw || this.current.stale === false) return;
    this.current.draw();
    this.current.stale = false;
  }
}
