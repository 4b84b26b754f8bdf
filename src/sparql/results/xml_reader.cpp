#include "base/xml_reader.h"

#include "base/error.h"
#include "sparql/results/read_effort.h"

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
  XmlResultReader(std::string_view source, ResultReceiver& receiver, const ReadLimits& limits)
      : source_(source), receiver_(receiver), limits_(limits) {}

  void read(std::string_view text) {
    const TreeMemory held(limits_, text.size());
    pugi::xml_document document;
    load(text, document);
    const auto root = child(document, "sparql");
    if (!root) fail("has no <sparql> element");
    if (const auto boolean = child(root, "boolean")) {
      read_boolean(text_of(boolean));
      return;
    }
    for (const auto& node : child(root, "head").children())
      if (local_name(node) == "variable") variables_.emplace_back(node.attribute("name").value());
    const auto results = child(root, "results");
    if (!results) fail("has neither <results> nor <boolean>");
    receiver_.variables(variables_);
    for (const auto& node : results.children())
      if (local_name(node) == "result") read_row(node);
  }

 private:
  [[noreturn]] void fail(const std::string& problem) const {
    throw base::Error(base::Failure::input, {source_, 0, 0}, "the XML result " + problem,
                      "see https://www.w3.org/TR/rdf-sparql-XMLres/");
  }

  /// Well-formed, and in no longer time than there is.
  void check(std::string_view text) const {
    constexpr std::size_t piece_bytes = std::size_t{1} << 18U;
    class Nobody final : public base::XmlHandler {
      void start_element(std::string_view, const base::XmlAttributes&) override {}
      void end_element(std::string_view) override {}
    } nobody;
    base::XmlReader reader(source_, nobody);
    for (std::size_t at = 0; at < text.size(); at += piece_bytes) {
      if (limits_.cancellation != nullptr) limits_.cancellation->check();
      reader.feed(text.substr(at, piece_bytes));
    }
    reader.finish();
  }

  void load(std::string_view text, pugi::xml_document& document) const {
    check(text);
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
    receiver_.boolean(text == "true");
  }

  void read_row(const pugi::xml_node& result) {
    ResultTable::Row row(variables_.size());
    for (const auto& binding : result.children()) {
      if (local_name(binding) != "binding") continue;
      const std::string_view name = binding.attribute("name").value();
      const auto column = std::find(variables_.begin(), variables_.end(), name);
      if (column == variables_.end())
        fail("binds ?" + std::string(name) + ", which its head does not name");
      row[static_cast<std::size_t>(column - variables_.begin())] = read_term(binding);
    }
    receiver_.row(row);
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
  ResultReceiver& receiver_;
  ReadLimits limits_;
  std::vector<std::string> variables_;
};

} // namespace

void read_xml_result(std::string_view source, std::string_view text, ResultReceiver& receiver,
                     const ReadLimits& limits) {
  XmlResultReader(source, receiver, limits).read(text);
}

} // namespace tela::sparql::results
