// What the reader takes home, as files made in the page.

import { element } from "./dom.js";
import { readTerm } from "./terms.js";

export function saveBlob(blob, name) {
  const url = URL.createObjectURL(blob);
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function saveText(text, type, name) {
  saveBlob(new Blob([text], { type }), name);
}

// What a spreadsheet would take for a formula stays text there (OWASP, CSV injection).
function csvCell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?[\d.]+$/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

export function csvOf(heads, rows) {
  return [heads, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";
}

/** The rows of a table model in the order that is shown, as plain values. */
export function* plainRows(model) {
  for (let place = 0; place < model.size; place += 1)
    yield model.row(place).map((cell) => readTerm(cell).value);
}
