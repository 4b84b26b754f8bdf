// The questions of the library: a list, and a form for each, whose answer is a table below it.

import { get, questions } from "./server.js";
import { element } from "./dom.js";
import { questionForms } from "./file_forms.js";
import { linkTo } from "./fragment.js";
import { QuestionForm } from "./question_form.js";
import { ResultPanel } from "./result_panel.js";
import { language, questionWord, word } from "./words.js";

function questionItem(question) {
  return element(
    "li",
    {},
    element("a", { href: linkTo("questions", { name: question.name }) }, questionWord(question)),
  );
}

export class QuestionsView {
  constructor() {
    this.node = element("section");
  }

  async show({ name, ...values }) {
    const library = await questions();
    const question = library.find((one) => one.name === name);
    if (question) await this.showForm(question, values);
    else this.showList(library);
  }

  showList(library) {
    const items = library
      .map(questionItem)
      .sort((a, b) => a.textContent.localeCompare(b.textContent, language()));
    this.node.replaceChildren(
      element("h1", {}, word("questions")),
      element("p", { class: "lead" }, word("questionsLead")),
      element("ul", { class: "links", id: "question-list" }, items),
    );
  }

  async showForm(question, values) {
    const form = new QuestionForm(question, values, (chosen) => this.answer(question, chosen));
    this.panel = new ResultPanel();
    this.node.replaceChildren(
      element("p", { class: "kind" }, element("a", { href: "#questions" }, word("questions"))),
      element("h1", {}, questionWord(question)),
      form.node,
      this.panel.node,
    );
    await form.ready;
    await this.answer(question, form.values());
  }

  async answer(question, values) {
    history.replaceState(null, "", linkTo("questions", { name: question.name, ...values }));
    const file = (form, parameters = {}) => get(`q/${question.name}.${form}`, { ...values, ...parameters });
    await this.panel.answer({
      name: question.name,
      forms: questionForms,
      fetch: file,
      page: `q/${question.name}.html`,
    });
  }
}
