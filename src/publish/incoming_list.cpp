#include "publish/incoming_list.h"

#include "publish/html.h"
#include "publish/page_path.h"
#include "publish/ui_text.h"

#include <algorithm>

namespace tela::publish {

namespace {

void append_property(std::string& out, PageContext& page, rdf::Id predicate) {
  out += "← ";
  append_local(out, page.naming.name(predicate));
}

void append_source(std::string& out, PageContext& page, rdf::Id source) {
  out += "<li>";
  append_thing(out, page, source);
  out += "</li>";
}

std::string last_part(const std::string& path) {
  return path.substr(path.rfind('/') + 1); // npos + 1 is 0
}

} // namespace

std::vector<IncomingLink> ordered_links(const Site& site, std::vector<IncomingLink> links) {
  std::ranges::stable_sort(links, {}, [&](const IncomingLink& link) {
    return std::tuple(site.order()[link.predicate].rank, link.predicate, link.source);
  });
  return links;
}

void append_incoming(std::string& out, PageContext& page, const std::vector<IncomingLink>& links,
                     std::size_t first_links) {
  if (links.empty()) return;
  out += "<section aria-labelledby=\"incoming\"><h2 id=\"incoming\">";
  append_phrase(out, ui::incoming);
  out += "</h2>";
  bool cut_short = false;
  for (std::size_t start = 0; start < links.size();) {
    std::size_t end = start;
    while (end < links.size() && links[end].predicate == links[start].predicate) ++end;
    out += "<h3>";
    append_property(out, page, links[start].predicate);
    out += " <small>" + std::to_string(end - start) + "</small></h3><ul class=\"links\">";
    const std::size_t shown = std::min(end, start + first_links);
    cut_short = cut_short || shown < end;
    for (std::size_t i = start; i < shown; ++i) append_source(out, page, links[i].source);
    out += shown < end ? "<li>…</li></ul>\n" : "</ul>\n";
    start = end;
  }
  if (cut_short) {
    out += "<p><a class=\"more\" href=\"" + last_part(page.path) + "~1.html\">";
    append_phrase(out, ui::all_links);
    out += "</a></p>";
  }
  append_left_out(out, page.content.incoming_left_out);
  out += "</section>\n";
}

void append_link_range(std::string& out, PageContext& page, const std::vector<IncomingLink>& links,
                       std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (i == begin || links[i].predicate != links[i - 1].predicate) {
      if (i != begin) out += "</ul>\n";
      out += "<h2>";
      append_property(out, page, links[i].predicate);
      out += "</h2><ul class=\"links\">";
    }
    append_source(out, page, links[i].source);
  }
  out += "</ul>\n";
}

} // namespace tela::publish
