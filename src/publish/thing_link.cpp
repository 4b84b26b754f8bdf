#include "publish/thing_link.h"

#include "publish/html.h"
#include "publish/page_plan.h"
#include "publish/value_text.h"
#include "rdf/namespaces.h"
#include "rdf/numeric.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace tela::publish {

namespace {

constexpr std::size_t longest_value = 2'000; // code points
constexpr std::size_t longest_code = 300;

// As people write it: canonical RDF has 1.0E0 for one.
std::string plain_double(const rdf::Term& literal) {
  const auto number = rdf::parse_numeric(literal.value, literal.datatype);
  if (!number || !std::isfinite(rdf::to_double(*number))) return literal.value;
  std::array<char, 32> digits{};
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), rdf::to_double(*number));
  return {digits.data(), end.ptr};
}

void write_text(HtmlWriter& html, const rdf::Term& literal) {
  const Cut shown = cut(literal.value, longest_value);
  std::vector<Attribute> attributes{{"dir", "auto"}};
  if (!literal.language.empty()) attributes.push_back({"lang", literal.language});
  html.element("span", attributes, shown.text);
  if (shown.left_out == 0) return;
  html.text("… ");
  html.element("small", {}, [&] {
    html.text(std::to_string(shown.left_out) + ' ');
    write_word(html, "more-characters");
  });
}

// "Wikidata Q783" for http://www.wikidata.org/entity/Q783.
std::string known_address(std::string_view iri) {
  for (const KnownAddress& known : page_plan().addresses)
    if (iri.starts_with(known.start)) {
      std::string_view rest = iri.substr(known.start.size());
      while (rest.ends_with('/')) rest.remove_suffix(1);
      return known.name + ' ' + std::string(rest);
    }
  return {};
}

void write_web_link(HtmlWriter& html, const Links& page, rdf::Id thing, const std::string& iri) {
  html.element("a", {{"class", "out"}, {"rel", "external noopener"}, {"href", iri}}, [&] {
    const std::string known = known_address(iri);
    if (known.empty())
      write_local(html, page.naming.name(thing));
    else
      html.text(known);
  });
}

} // namespace

void write_link(HtmlWriter& html, const Links& page, rdf::Id thing) {
  if (thing.tag() == rdf::IdTag::iri)
    if (const std::string address = page.naming.address(thing); !address.empty()) {
      html.element("a", {{"href", page.root + address}},
                   [&] { write_local(html, page.naming.name(thing)); });
      return;
    }
  const std::string& text = page.naming.terms()(thing).value;
  if (thing.tag() == rdf::IdTag::iri && is_web_address(text))
    return write_web_link(html, page, thing, text);
  html.element("code", {}, [&] { html.text_cut(text, longest_code); });
}

void write_literal(HtmlWriter& html, const rdf::Term& literal) {
  if (literal.datatype == rdf::xsd::double_) return html.text(plain_double(literal));
  if (const auto date = date_text(literal))
    html.element("time", {{"datetime", literal.value}}, [&] { write_local(html, *date); });
  else if (const auto amount = amount_text(literal))
    write_local(html, *amount);
  else if (rdf::parse_numeric(literal.value, literal.datatype))
    html.text(literal.value);
  else
    write_text(html, literal);
}

void write_value(HtmlWriter& html, const Links& page, rdf::Id value) {
  if (value.tag() == rdf::IdTag::iri || value.tag() == rdf::IdTag::blank)
    write_link(html, page, value);
  else
    write_literal(html, page.naming.terms()(value));
}

} // namespace tela::publish
