#include "base/xml_reader.h"

#include "base/error.h"
#include "sparql/results/result_table.h"

#include <pugixml.hpp>

#include <algorithm>
#include <utility>

namespace tela::sparql::results {

namespace {

/// The name behind the prefix.
std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
  return parent.find_child([name](const pugi::xml_node& node) { return local_name(node) == name; });
}

/// All character data directly in the element.
std::string text_of(const pugi::xml_node& element) {
  std::string text;
  for (const auto& node : element.children())
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) text += node.value();
  return text;
}

class XmlResultReader {
 public:
  explicit XmlResultReader(std::string_view source) : source_(source) {}

  ResultTable read(std::string_view text) {
    pugi::xml_document document;
    load(text, document);
    const auto root = child(document, "sparql");
    if (!root) fail("has no <sparql> element");
    if (const auto boolean = child(root, "boolean")) {
      read_boolean(text_of(boolean));
      return std::move(table_);
    }
    for (const auto& node : child(root, "head").children())
      if (local_name(node) == "variable")
        table_.variables.emplace_back(node.attribute("name").value());
    const auto results = child(root, "results");
    if (!results) fail("has neither <results> nor <boolean>");
    for (const auto& node : results.children())
      if (local_name(node) == "result") read_row(node);
    return std::move(table_);
  }

 private:
  [[noreturn]] void fail(const std::string& problem) const {
    throw base::Error(base::Failure::input, {source_, 0, 0}, "the XML result " + problem,
                      "see https://www.w3.org/TR/rdf-sparql-XMLres/");
  }

  void load(std::string_view text, pugi::xml_document& document) const {
    base::check_xml(source_, text);
    constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata_single;
    const auto outcome =
        document.load_buffer(text.data(), text.size(), options, pugi::encoding_utf8);
    if (!outcome)
      throw base::Error(base::Failure::input,
                        base::place_at(source_, text, static_cast<std::uint64_t>(outcome.offset)),
                        "the XML result is broken or incomplete: " +
                            std::string(outcome.description()),
                        "ask for it again");
  }

  void read_boolean(const std::string& text) {
    if (text != "true" && text != "false") fail("has a boolean that is neither true nor false");
    table_.boolean = text == "true";
  }

  void read_row(const pugi::xml_node& result) {
    ResultTable::Row row(table_.variables.size());
    for (const auto& binding : result.children()) {
      if (local_name(binding) != "binding") continue;
      const std::string_view name = binding.attribute("name").value();
      const auto column = std::find(table_.variables.begin(), table_.variables.end(), name);
      if (column == table_.variables.end())
        fail("binds ?" + std::string(name) + ", which its head does not name");
      row[static_cast<std::size_t>(column - table_.variables.begin())] = read_term(binding);
    }
    table_.rows.push_back(std::move(row));
  }

  rdf::Term read_term(const pugi::xml_node& binding) const {
    for (const auto& node : binding.children()) {
      const auto kind = local_name(node);
      if (kind == "uri") return rdf::iri(text_of(node));
      if (kind == "bnode") return rdf::blank(text_of(node));
      if (kind == "literal") return read_literal(node);
    }
    fail("has a binding without <uri>, <bnode> or <literal>");
  }

  static rdf::Term read_literal(const pugi::xml_node& node) {
    const std::string text = text_of(node);
    if (const auto language = node.attribute("xml:lang"))
      return rdf::language_literal(text, language.value());
    if (const auto datatype = node.attribute("datatype"))
      return rdf::literal(text, datatype.value());
    return rdf::literal(text);
  }

  std::string source_;
  ResultTable table_;
};

} // namespace

ResultTable read_xml_result(std::string_view source, std::string_view text) {
  return XmlResultReader(source).read(text);
}

} // namespace tela::sparql::results
