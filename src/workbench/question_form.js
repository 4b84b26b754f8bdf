// A form for the parameters of a question: things are chosen by name, languages from a list, numbers as numbers.

import { element } from "./dom.js";
import { learnNames, nameOf } from "./labels.js";
import { SuggestField } from "./suggest_field.js";
import { codeOf, iriOf } from "./terms.js";
import { dataWord, language, languages, word } from "./words.js";

const thingTypes = ["state", "territory", "process", "meeting", "project", "theme", "region", "organisation"];
const numberTypes = ["integer", "decimal", "double"];

class ThingParameter {
  constructor(parameter, id) {
    this.type = parameter.type;
    this.value = parameter.default;
    this.suggest = new SuggestField({
      type: parameter.type,
      id,
      onChoose: (hit) => (this.value = codeOf(hit.iri, this.type)),
    });
    // What is written but not chosen goes to the server, which knows codes and names, too.
    this.suggest.field.addEventListener("input", () => (this.value = this.suggest.field.value.trim()));
    this.node = this.suggest.node;
  }

  async set(value) {
    this.value = value;
    const iri = iriOf(value, this.type);
    await learnNames([iri]);
    this.suggest.field.value = nameOf(iri) || value;
  }

  get() {
    return this.value;
  }
}

class LanguageParameter {
  constructor(_, id) {
    this.node = element(
      "select",
      { id },
      languages().map(({ tag, name }) => element("option", { value: tag, lang: tag }, name)),
    );
  }

  set(value) {
    this.node.value = value;
  }

  get() {
    return this.node.value;
  }
}

class TextParameter {
  constructor(parameter, id) {
    const numeric = numberTypes.includes(parameter.type);
    this.node = element("input", {
      id,
      type: numeric ? "number" : "text",
      step: parameter.type === "integer" ? "1" : "any",
    });
  }

  set(value) {
    this.node.value = value;
  }

  get() {
    return this.node.value;
  }
}

function makeField(parameter, id) {
  if (thingTypes.includes(parameter.type)) return new ThingParameter(parameter, id);
  return new (parameter.type === "language" ? LanguageParameter : TextParameter)(parameter, id);
}

export class QuestionForm {
  /** `ask` learns of the values when the reader asks; `ready` resolves when names stand in the fields. */
  constructor(question, values, ask) {
    this.fields = new Map();
    const rows = question.parameters.map((parameter) => this.row(parameter));
    this.node = element(
      "form",
      {
        class: "ask",
        id: "question",
        onsubmit: (event) => {
          event.preventDefault();
          ask(this.values());
        },
      },
      rows,
      element("button", {}, word("ask")),
    );
    this.ready = Promise.all(
      question.parameters.map((parameter) => {
        const usual = parameter.type === "language" ? language() : parameter.default;
        return this.fields.get(parameter.name).set(values[parameter.name] ?? usual);
      }),
    );
  }

  row(parameter) {
    const id = `parameter-${parameter.name}`;
    const field = makeField(parameter, id);
    this.fields.set(parameter.name, field);
    return element(
      "span",
      { class: "parameter" },
      element("label", { for: id, title: parameter.description }, dataWord(parameter.name)),
      field.node,
    );
  }

  values() {
    return Object.fromEntries([...this.fields].map(([name, field]) => [name, field.get()]));
  }
}
