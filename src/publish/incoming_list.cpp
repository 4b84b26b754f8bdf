#include "publish/incoming_list.h"

#include "publish/html.h"
#include "publish/value_text.h"

#include <algorithm>

namespace tela::publish {

namespace {

constexpr std::size_t first_links = 12;

// The number of the first link with another property than link number `start` has.
std::size_t end_of_property(const std::vector<IncomingLink>& links, std::size_t start,
                            std::size_t end) {
  std::size_t at = start;
  while (at < end && links[at].predicate == links[start].predicate) ++at;
  return at;
}

void write_property(HtmlWriter& html, PageContext& page, rdf::Id predicate) {
  html.text("← ");
  write_local(html, page.naming.name(predicate));
}

void write_links(HtmlWriter& html, PageContext& page, const std::vector<IncomingLink>& links,
                 std::size_t begin, std::size_t end, bool more) {
  html.element("ul", {{"class", "links"}}, [&] {
    for (std::size_t i = begin; i < end; ++i)
      html.element("li", {}, [&] { write_thing(html, page, links[i].source); });
    if (more) html.element("li", {}, "…");
  });
  html.line();
}

// Whether links were left out.
bool write_first_links(HtmlWriter& html, PageContext& page, const std::vector<IncomingLink>& links,
                       std::size_t start, std::size_t end) {
  html.element("h3", {}, [&] {
    write_property(html, page, links[start].predicate);
    html.text(" ");
    html.element("small", {}, grouped(end - start));
  });
  const std::size_t shown = std::min(end, start + first_links);
  write_links(html, page, links, start, shown, shown < end);
  return shown < end;
}

} // namespace

std::vector<IncomingLink> ordered_links(const Site& site, std::vector<IncomingLink> links) {
  std::ranges::stable_sort(links, {}, [&](const IncomingLink& link) {
    return std::tuple(site.order()[link.predicate].rank, link.predicate, link.source);
  });
  return links;
}

bool write_incoming(HtmlWriter& html, PageContext& page, const std::vector<IncomingLink>& links,
                    std::string_view all_links) {
  if (links.empty()) return false;
  bool cut_short = false;
  html.element("section", {{"aria-labelledby", "incoming"}}, [&] {
    write_word(html, "h2", {{"id", "incoming"}}, "incoming");
    for (std::size_t start = 0; start < links.size();) {
      const std::size_t end = end_of_property(links, start, links.size());
      cut_short |= write_first_links(html, page, links, start, end);
      start = end;
    }
    if (cut_short)
      html.element("p", {}, [&] {
        write_word(html, "a", {{"class", "more"}, {"href", all_links}}, "all-links");
      });
    write_left_out(html, page.content.incoming_left_out);
  });
  html.line();
  return cut_short;
}

void write_link_range(HtmlWriter& html, PageContext& page, const std::vector<IncomingLink>& links,
                      std::size_t begin, std::size_t end) {
  for (std::size_t start = begin; start < end;) {
    const std::size_t next = end_of_property(links, start, end);
    html.element("h2", {}, [&] { write_property(html, page, links[start].predicate); });
    write_links(html, page, links, start, next, false);
    start = next;
  }
}

} // namespace tela::publish
