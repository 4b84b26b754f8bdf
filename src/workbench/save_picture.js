// A picture of the page as a file. The page's styles do not go along, so each shape takes its own with it.

import { saveBlob } from "./download.js";
import { svg } from "./dom.js";

const properties = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "opacity",
  "font-size",
  "font-family",
  "font-weight",
  "text-anchor",
  "paint-order",
];
const sharpness = 2;

function copyOf(picture) {
  const copy = picture.cloneNode(true);
  const originals = [picture, ...picture.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((node, at) => {
    const style = getComputedStyle(originals[at]);
    for (const property of properties) node.setAttribute(property, style.getPropertyValue(property));
    node.removeAttribute("class");
  });
  const [left, top, width, height] = picture.getAttribute("viewBox").split(" ").map(Number);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.prepend(
    svg("rect", { x: left, y: top, width, height, fill: getComputedStyle(document.body).backgroundColor }),
  );
  return { copy, width, height };
}

const textOf = (copy) => new XMLSerializer().serializeToString(copy);

export function saveSvg(picture, name) {
  saveBlob(new Blob([textOf(copyOf(picture).copy)], { type: "image/svg+xml" }), `${name}.svg`);
}

const savePixels = (canvas, name) => canvas.toBlob((blob) => saveBlob(blob, `${name}.png`), "image/png");

export async function savePng(picture, name) {
  if (picture instanceof HTMLCanvasElement) return savePixels(picture, name);
  const { copy, width, height } = copyOf(picture);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(textOf(copy))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * sharpness;
  canvas.height = height * sharpness;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return savePixels(canvas, name);
}
