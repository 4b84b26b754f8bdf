#include "publish/home_parts.h"

#include "publish/html.h"
#include "publish/ui_text.h"

#include <algorithm>

namespace tela::publish {

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), "\u202F");
  return digits;
}

void append_heading(std::string& out, std::string_view id, const Phrase& phrase) {
  ((out += "<h2 id=\"") += id) += "\">";
  append_phrase(out, phrase);
  out += "</h2>\n";
}

namespace {

void append_tile(std::string& out, const KindList& list) {
  out += "<li><a href=\"" + list.file + "\"><b>" + grouped(list.pages) + "</b> ";
  append_local(out, list.name);
  out += "</a></li>\n";
}

} // namespace

void append_kinds(std::string& out, const std::vector<KindList>& lists) {
  append_heading(out, "browse", ui::browse);
  out += "<ul class=\"tiles\">\n";
  for (const KindList& list : lists)
    if (list.named) append_tile(out, list);
  out += "</ul>\n";
  if (std::ranges::all_of(lists, &KindList::named)) return;
  out += "<details><summary>";
  append_phrase(out, ui::other_kinds);
  out += "</summary><ul class=\"tiles\">\n";
  for (const KindList& list : lists)
    if (!list.named) append_tile(out, list);
  out += "</ul></details>\n";
}

} // namespace tela::publish
