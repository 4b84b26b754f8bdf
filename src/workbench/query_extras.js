// What unfolds below the editor: past queries, the same query for other programs, the plan.

import { button, element } from "./dom.js";
import { pastQueries } from "./history.js";
import { sameIn } from "./same_in.js";
import { check, vocabulary } from "./server.js";
import { withPrefixes } from "./sparql_tokens.js";
import { language, word } from "./words.js";

const shownOfPast = 160; // characters

// Made anew each time it is unfolded, since the query has changed meanwhile.
function disclosure(name, make) {
  const content = element("div");
  const node = element(
    "details",
    {
      id: name,
      ontoggle: async () => {
        if (node.open) content.replaceChildren(...[await make()].flat());
      },
    },
    element("summary", {}, word(name)),
    content,
  );
  return node;
}

function pastList(take) {
  const past = pastQueries();
  if (past.length === 0) return element("p", {}, word("noHistory"));
  const when = new Intl.DateTimeFormat(language(), { dateStyle: "short", timeStyle: "short" });
  const item = ({ text, when: time }) => {
    const node = button(`${when.format(time)} `, () => take(text), { class: "past" });
    node.append(element("code", {}, text.slice(0, shownOfPast)));
    return element("li", {}, node);
  };
  return element("ul", { class: "plain" }, past.map(item));
}

// Other programs know no prefixes of ours.
async function sameTexts(query) {
  const whole = withPrefixes(query, (await vocabulary()).prefixes);
  return Object.entries(sameIn).flatMap(([program, make]) => {
    const text = element("textarea", {
      readonly: true,
      rows: "6",
      "aria-label": program,
      spellcheck: "false",
    });
    text.value = make(whole);
    return [element("h3", {}, program), text];
  });
}

async function plan(query) {
  try {
    return element("pre", { class: "plan", tabindex: "0" }, (await check(query)).plan);
  } catch (problem) {
    return element("p", {}, problem.message);
  }
}

/** `query` gives the text in the editor; `take` puts another one there. */
export function queryExtras(query, take) {
  const past = disclosure("history", () =>
    pastList((text) => {
      past.open = false;
      take(text);
    }),
  );
  return [past, disclosure("sameIn", () => sameTexts(query())), disclosure("plan", () => plan(query()))];
}
