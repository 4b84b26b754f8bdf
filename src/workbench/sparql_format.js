// A query set out in lines: one pattern a line, groups indented. Only white space changes.

import { tokens } from "./sparql_tokens.js";

const step = "  ";

// The tokens without white space, each with what stood before it.
function solidTokens(text) {
  const solid = [];
  let before = "";
  for (const token of tokens(text)) {
    if (token.kind === "space") before = token.text;
    else {
      solid.push({ ...token, before });
      before = "";
    }
  }
  return solid;
}

const endsLine = (token) => token.kind === "comment" || ["{", ".", ";"].includes(token.text);

/** The same tokens in the same order. */
export function formatted(text) {
  let out = "";
  let depth = 0;
  let inBrackets = 0; // what ";" and "." part there are no patterns
  let inStatement = false; // after ";" the next line belongs to the same subject
  let last = null;
  for (const token of solidTokens(text)) {
    if (token.text === "}") depth = Math.max(0, depth - 1);
    if (token.text === "}") inStatement = false;
    const parts =
      inBrackets === 0 &&
      (token.text === "}" ||
        (last && endsLine(last)) ||
        (last?.text === "}" && depth > 0 && token.text !== "."));
    const isNewLine = parts || last?.kind === "comment" || token.before.includes("\n");
    if (last) out += isNewLine ? "\n" + step.repeat(depth + (inStatement ? 1 : 0)) : token.before && " ";
    out += token.text;
    if (token.text === "{") depth += 1;
    if (["(", "["].includes(token.text)) inBrackets += 1;
    if ([")", "]"].includes(token.text)) inBrackets = Math.max(0, inBrackets - 1);
    if (inBrackets === 0 && token.text === ";") inStatement = true;
    if (token.text === "{" || (inBrackets === 0 && token.text === ".")) inStatement = false;
    last = token;
  }
  return out + (text.endsWith("\n") ? "\n" : "");
}
