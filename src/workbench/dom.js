// Elements made by code. Text is always text: nothing here reads markup.

const svgNamespace = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== undefined && child !== null));
  return node;
}

/** An element with attributes; "onclick" and its like are listeners; children are nodes or text. */
export function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function button(text, onclick, attributes = {}) {
  return element("button", { type: "button", onclick, ...attributes }, text);
}

export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(svgNamespace, name), attributes, children);
}

/** Puts these in the place of what `node` held. */
export function refill(node, ...children) {
  node.replaceChildren();
  return fill(node, {}, children);
}

/** Says it to who does not see the page. */
export function announce(text) {
  document.getElementById("status").textContent = text;
}

/** Calls `act` once, `milliseconds` after the last call. */
export function afterPause(milliseconds, act) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...values), milliseconds);
  };
}

/** Whether a browser may follow it: never "javascript:" and its like. */
export function isWebAddress(iri) {
  return /^https?:\/\/[^\s<>"]+$/i.test(iri);
}
