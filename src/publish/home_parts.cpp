#include "publish/home_parts.h"

#include "publish/html.h"
#include "publish/page_plan.h"
#include "publish/page_words.h"
#include "publish/value_text.h"

#include <algorithm>

namespace tela::publish {

namespace {

void write_tile(HtmlWriter& html, const KindList& list) {
  html.element("li", {}, [&] {
    html.element("a", {{"href", list.file}}, [&] {
      html.element("b", {}, grouped(list.pages));
      html.text(" ");
      write_local(html, list.name);
    });
  });
  html.line();
}

template<class Choose>
void write_tiles(HtmlWriter& html, std::string_view tiles, const std::vector<KindList>& lists,
                 const Choose& choose) {
  if (std::ranges::none_of(lists, choose)) return;
  html.element("ul", {{"class", tiles}}, [&] {
    html.line();
    for (const KindList& list : lists)
      if (choose(list)) write_tile(html, list);
  });
  html.line();
}

} // namespace

void write_heading(HtmlWriter& html, std::string_view id, WordKey key) {
  write_word(html, "h2", {{"id", id}}, key);
  html.line();
}

void write_kinds(HtmlWriter& html, const std::vector<KindList>& lists) {
  write_heading(html, "browse", "browse");
  write_tiles(html, "tiles", lists, [](const KindList& list) { return list.named && list.main; });
  write_tiles(html, "tiles small", lists,
              [](const KindList& list) { return list.named && !list.main; });
  if (std::ranges::all_of(lists, &KindList::named)) return;
  html.element("details", {}, [&] {
    write_word(html, "summary", {}, "other-kinds");
    write_tiles(html, "tiles small", lists, [](const KindList& list) { return !list.named; });
  });
  html.line();
}

void write_examples(HtmlWriter& html) {
  html.element("p", {{"class", "examples"}}, [&] {
    write_word(html, "examples");
    for (const std::string& words : page_plan().examples) {
      html.text(" ");
      html.element("a", {{"href", "index.html?q=" + words}}, words);
    }
  });
  html.line();
}

} // namespace tela::publish
