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
  const words = panel.dataset;
  const wordsOfKeys = JSON.parse(words.words);
  const wordOf = (key) => wordsOfKeys[key] ?? key;
  const hint = panel.innerHTML;
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
      list.append(make("dt", wordOf(name)), make("dd", Array.isArray(value) ? value.join(", ") : String(value)));
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
    const node = network.nodes[number];
    panel.replaceChildren(title(node), facts(node), make("h3", `${words.ties} (${ties[number].length})`), tieList(number));
    if (moveFocus) focus(number);
  }

  function letGo() {
    svg.classList.remove("about-one");
    shapes.forEach((shape) => {
      shape.classList.remove("near", "chosen");
      shape.setAttribute("aria-pressed", "false");
    });
    panel.innerHTML = hint;
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

  shapes.forEach((shape, number) => {
    const node = network.nodes[number];
    shape.setAttribute("role", "button");
    shape.setAttribute("tabindex", number === 0 ? "0" : "-1");
    shape.setAttribute("aria-pressed", "false");
    shape.setAttribute("aria-label", `${node.label}, ${words.ties}: ${ties[number].length}`);
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
    else panel.replaceChildren(make("p", words.nothing));
  });
  document.documentElement.classList.add("ready");
})();
