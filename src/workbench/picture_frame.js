// What each picture of a result has around it: a word on what it leaves out, and ways to save it.

import { element, refill } from "./dom.js";
import { saveSvg, savePng } from "./save_picture.js";
import { number, word } from "./words.js";

export class PictureFrame {
  /** `choices` stand above the picture: fields that say what it shows. */
  constructor(name, choices = []) {
    this.name = name;
    this.note = element("p", { class: "note" });
    this.place = element("div", { class: "chart" });
    const save = (form, act) =>
      element(
        "button",
        { type: "button", onclick: () => act(this.place.firstChild, name) },
        `${word("save")} ${form}`,
      );
    this.asSvg = save("SVG", saveSvg);
    this.node = element(
      "div",
      {},
      element("div", { class: "tools" }, choices, this.asSvg, save("PNG", savePng)),
      this.note,
      this.place,
    );
  }

  show(picture, shown, count) {
    this.note.textContent =
      shown < count ? word("onlyFirst", { shown: number(shown), count: number(count) }) : "";
    this.asSvg.hidden = !(picture instanceof SVGElement); // what is painted has no shapes
    refill(this.place, picture);
  }
}
