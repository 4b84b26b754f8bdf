#include "publish/page_context.h"

#include "publish/html.h"
#include "publish/page_path.h"
#include "publish/value_text.h"

#include <algorithm>

namespace tela::publish {

std::size_t PageContext::source_number(rdf::Id graph) const {
  return static_cast<std::size_t>(std::ranges::find(graphs, graph) - graphs.begin()) + 1;
}

LocalText name_of_part(PageContext& page, const ResourceFacts& part) {
  if (part.resource.tag() == rdf::IdTag::iri &&
      (page.naming.is_named(part.resource) ||
       fragment_of(page.naming.terms()(part.resource).value).empty()))
    return page.naming.name(part.resource);
  std::vector<const Fact*> literals;
  for (const Fact& fact : part.facts)
    if (fact.object.tag() >= rdf::IdTag::literal) literals.push_back(&fact);
  std::ranges::stable_sort(literals, {}, [&](const Fact* fact) {
    return fact->object.tag() == rdf::IdTag::literal; // numbers first
  });
  constexpr std::size_t most_values = 3;
  constexpr std::size_t longest_value = 60;
  std::string text;
  for (std::size_t i = 0; i < std::min(most_values, literals.size()); ++i) {
    if (!text.empty()) text += ' ';
    const rdf::Term& literal = page.naming.terms()(literals[i]->object);
    const auto amount = amount_text(literal);
    text += amount ? amount->text[0] : cut(literal.value, longest_value).text;
  }
  if (!text.empty()) return same_for_all(text);
  return part.resource.tag() == rdf::IdTag::iri ? page.naming.name(part.resource)
                                                : same_for_all("[ ]");
}

namespace {

// Where a part of this page stands on it: "#r-budget", or nothing.
std::string place_on_page(PageContext& page, rdf::Id thing) {
  const auto& blanks = page.content.blanks;
  if (const auto blank = std::ranges::find(blanks, thing, &ResourceFacts::resource);
      blank != blanks.end())
    return "#b-" + std::to_string(blank - blanks.begin());
  const auto& parts = page.content.resources;
  const auto part = std::ranges::find(parts, thing, &ResourceFacts::resource);
  if (part == parts.end()) return {};
  const std::string_view fragment = fragment_of(page.naming.terms()(thing).value);
  return fragment.empty() ? "#main" : '#' + anchor(fragment);
}

LocalText name_on_page(PageContext& page, rdf::Id thing) {
  for (const auto* list : {&page.content.resources, &page.content.blanks})
    if (const auto part = std::ranges::find(*list, thing, &ResourceFacts::resource);
        part != list->end())
      return name_of_part(page, *part);
  return page.naming.name(thing);
}

} // namespace

void write_thing(HtmlWriter& html, PageContext& page, rdf::Id thing) {
  const std::string address = place_on_page(page, thing);
  if (address.empty()) return write_link(html, page, thing);
  html.element("a", {{"href", address}}, [&] { write_local(html, name_on_page(page, thing)); });
}

} // namespace tela::publish
