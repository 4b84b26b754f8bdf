// A network in one page: choose a node by mouse or keyboard, and see what it is tied to. Without this script the picture and the tables are there all the same.
"use strict";
(() => {
  const network = JSON.parse(document.getElementById("network").textContent);
  const edges = network.edges ?? network.links;
  const numbers = new Map(network.nodes.map((node, number) => [node.id, number]));
  const svg = document.querySelector(".picture svg");
  const shapes = [...svg.querySelectorAll(".node")];
  const lines = [...svg.querySelectorAll(".edge")];
  const panel = document.querySelector(".panel");
  const wordsOfKeys = JSON.parse(panel.dataset.words);
  const hint = panel.textContent;

  // Texts are written in the first language; `texts` has those of another.
  const languages = JSON.parse(document.getElementById("languages")?.textContent ?? "[]");
  let texts = {};
  const inLanguage = (text) => (Object.hasOwn(texts, text) ? texts[text] : text);
  const wordOf = (key) => inLanguage(wordsOfKeys[key] ?? key);
  const ownWord = (name) => inLanguage(panel.dataset[name]);
  const places = shapes.map((shape) => {
    const circle = shape.querySelector("circle");
    return { x: circle.cx.baseVal.value, y: circle.cy.baseVal.value };
  });

  const ties = network.nodes.map(() => []);
  edges.forEach((edge, at) => {
    const [from, to] = [numbers.get(edge.source), numbers.get(edge.target)];
    ties[from].push({ at, other: to, edge });
    if (to !== from) ties[to].push({ at, other: from, edge });
  });
  ties.forEach((list) => list.sort((a, b) => b.edge.weight - a.edge.weight));

  const make = (name, text) => Object.assign(document.createElement(name), { textContent: text ?? "" });

  function facts(node) {
    const list = make("dl");
    for (const [name, value] of Object.entries(node)) {
      if (name === "id" || name === "label" || name === "iri") continue;
      list.append(make("dt", wordOf(name)), make("dd", [value].flat().map((one) => inLanguage(String(one))).join(", ")));
    }
    return list;
  }

  function title(node) {
    const heading = make("h2");
    if (!/^https?:/.test(node.iri ?? "")) return Object.assign(heading, { textContent: node.label });
    heading.append(Object.assign(make("a", node.label), { href: node.iri, rel: "noreferrer" }));
    return heading;
  }

  function tieList(number) {
    const list = make("ol");
    for (const { other, edge } of ties[number]) {
      const item = make("li");
      const button = make("button", network.nodes[other].label);
      button.type = "button";
      button.addEventListener("click", () => choose(other, true));
      item.append(button, ` ${[wordOf(edge.interaction ?? ""), edge.weight].join(" ")}`);
      list.append(item);
    }
    return list;
  }

  let chosen = null;

  function choose(number, moveFocus) {
    const near = new Set([number, ...ties[number].map((tie) => tie.other)]);
    const nearEdges = new Set(ties[number].map((tie) => String(tie.at)));
    svg.classList.add("about-one");
    shapes.forEach((shape, at) => {
      shape.classList.toggle("near", near.has(at));
      shape.classList.toggle("chosen", at === number);
      shape.setAttribute("aria-pressed", String(at === number));
    });
    lines.forEach((line) => line.classList.toggle("near", nearEdges.has(line.dataset.e)));
    chosen = number;
    const node = network.nodes[number];
    panel.replaceChildren(title(node), facts(node), make("h3", `${ownWord("ties")} (${ties[number].length})`), tieList(number));
    if (moveFocus) focus(number);
  }

  function letGo() {
    svg.classList.remove("about-one");
    shapes.forEach((shape) => {
      shape.classList.remove("near", "chosen");
      shape.setAttribute("aria-pressed", "false");
    });
    chosen = null;
    panel.replaceChildren(Object.assign(make("p", inLanguage(hint)), { className: "hint" }));
  }

  // One stop for Tab; arrows go from node to node.
  function focus(number) {
    shapes.forEach((shape, at) => shape.setAttribute("tabindex", at === number ? "0" : "-1"));
    shapes[number].focus();
  }

  const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  function next(number, [dx, dy]) {
    let best = number, least = Infinity;
    places.forEach((place, at) => {
      const [x, y] = [place.x - places[number].x, place.y - places[number].y];
      const along = x * dx + y * dy;
      const cost = along + 2 * Math.abs(x * dy - y * dx);
      if (at !== number && along > 0 && cost < least) [best, least] = [at, cost];
    });
    return best;
  }

  function name(shape, number) {
    shape.setAttribute("aria-label", `${network.nodes[number].label}, ${ownWord("ties")}: ${ties[number].length}`);
  }

  shapes.forEach((shape, number) => {
    shape.setAttribute("role", "button");
    shape.setAttribute("tabindex", number === 0 ? "0" : "-1");
    shape.setAttribute("aria-pressed", "false");
    name(shape, number);
    shape.addEventListener("click", () => choose(number, true));
    shape.addEventListener("keydown", (event) => {
      if (event.key in directions) focus(next(number, directions[event.key]));
      else if (event.key === "Enter" || event.key === " ") choose(number, false);
      else return;
      event.preventDefault();
    });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") letGo();
  });

  const whole = svg.getAttribute("viewBox").split(" ").map(Number);
  let view = [...whole];
  const show = () => svg.setAttribute("viewBox", view.join(" "));
  function zoom(factor) {
    const [x, y, width, height] = view;
    view = [x + (width * (1 - factor)) / 2, y + (height * (1 - factor)) / 2, width * factor, height * factor];
    show();
  }
  document.getElementById("nearer").addEventListener("click", () => zoom(0.75));
  document.getElementById("farther").addEventListener("click", () => zoom(1 / 0.75));
  document.getElementById("whole").addEventListener("click", () => {
    view = [...whole];
    show();
  });

  // The mouse moves the picture; fingers scroll the page, and zoom as everywhere.
  let held = null;
  svg.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && !event.target.closest(".node")) held = { x: event.clientX, y: event.clientY, view };
  });
  addEventListener("pointermove", (event) => {
    if (!held) return;
    const scale = Math.max(held.view[2] / svg.clientWidth, held.view[3] / svg.clientHeight);
    view = [held.view[0] - (event.clientX - held.x) * scale, held.view[1] - (event.clientY - held.y) * scale, held.view[2], held.view[3]];
    show();
  });
  addEventListener("pointerup", () => { held = null; });

  document.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const wanted = event.target.elements.find.value.trim().toLowerCase();
    if (wanted === "") return letGo();
    const labels = network.nodes.map((node) => node.label.toLowerCase());
    const exact = labels.indexOf(wanted);
    const found = exact >= 0 ? exact : labels.findIndex((label) => label.includes(wanted));
    if (found >= 0) choose(found, false);
    else panel.replaceChildren(make("p", ownWord("nothing")));
  });
  // What the page says beside the labels: its texts and the names of its parts, as they were written.
  const written = [...document.querySelectorAll("h1, label, .legend li, summary span, th, td:nth-child(3)")]
    .map((part) => part.lastChild)
    .filter((text) => text instanceof Text)
    .map((text) => [text, text.data]);
  const named = [...document.querySelectorAll("[aria-label]:not(.node)")].map((part) => [part, part.getAttribute("aria-label")]);
  const pageTitle = document.title;

  function setLabels(labels) {
    network.nodes.forEach((node, number) => { node.label = labels[number]; });
    shapes.forEach((shape, number) => {
      shape.querySelector("text").textContent = labels[number];
      name(shape, number);
    });
    document.querySelectorAll("#labels option").forEach((option, number) => { option.value = labels[number]; });
    document.querySelectorAll("tbody tr").forEach((row, at) => {
      row.cells[0].textContent = labels[numbers.get(edges[at].source)];
      row.cells[1].textContent = labels[numbers.get(edges[at].target)];
    });
  }

  function speak(language) {
    texts = language.texts;
    document.documentElement.lang = language.tag;
    document.title = inLanguage(pageTitle);
    for (const [text, original] of written) text.data = inLanguage(original);
    for (const [part, original] of named) part.setAttribute("aria-label", inLanguage(original));
    setLabels(language.labels);
    for (const button of document.querySelectorAll(".languages button"))
      button.setAttribute("aria-pressed", String(button.lang === language.tag));
    if (chosen === null) letGo();
    else choose(chosen, false);
  }

  for (const language of languages) {
    const button = Object.assign(make("button", language.name), { type: "button", lang: language.tag });
    button.setAttribute("aria-pressed", String(language === languages[0]));
    button.addEventListener("click", () => speak(language));
    document.querySelector(".languages").append(button);
  }
  document.documentElement.classList.add("ready");
})();
