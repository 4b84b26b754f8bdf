// Starts the workbench: reads what to show from the address, and makes each view when it is first asked for.

import { announce, element } from "./dom.js";
import { linkTo, readFragment } from "./fragment.js";
import { prepareSearch, vocabulary } from "./server.js";
import { usePrefixes } from "./terms.js";
import { loadWords, onLanguage, word } from "./words.js";

const makers = {
  find: async () => new (await import("./find_view.js")).FindView(),
  questions: async () => new (await import("./questions_view.js")).QuestionsView(),
  projects: async () => new (await import("./projects_view.js")).ProjectsView(),
  query: async () => new (await import("./query_view.js")).QueryView(),
  see: async () => new (await import("./thing_view.js")).ThingView(),
};

const main = document.getElementById("main");
let views = {};
let turn = 0;

function markCurrent(name) {
  for (const link of document.querySelectorAll("#views a"))
    if (link.getAttribute("href") === `#${name}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
}

async function showView() {
  const mine = (turn += 1);
  const { view, parameters } = await readFragment();
  const name = view in makers ? view : "find";
  usePrefixes(await vocabulary());
  views[name] ??= await makers[name]();
  if (mine !== turn) return; // the reader has gone on meanwhile
  markCurrent(name);
  main.replaceChildren(views[name].node);
  await views[name].show(parameters);
}

function shown() {
  showView().catch((error) => {
    main.replaceChildren(element("p", { class: "problem", role: "alert" }, error.message));
  });
}

// "/" goes to the search from anywhere that is not typed in.
function shortcuts(event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.matches("input, textarea, select"))
    return;
  event.preventDefault();
  location.hash = linkTo("find");
}

await loadWords();
onLanguage(() => {
  for (const view of Object.values(views)) view.leave?.();
  views = {};
  announce(word("languageChosen"));
  shown();
});
// The words of the frame's own links are fragments of views, the skip link's is not.
window.addEventListener("hashchange", () => {
  if (location.hash !== "#main") shown();
});
document.addEventListener("keydown", shortcuts);
shown();
prepareSearch();
