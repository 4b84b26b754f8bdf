#include "base/error.h"
#include "base/json_nesting.h"
#include "base/utf8.h"
#include "rdf/namespaces.h"
#include "sparql/results/read_effort.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace tela::sparql::results {

namespace {

using nlohmann::json;

constexpr int max_depth = 16;

class JsonResultReader {
 public:
  JsonResultReader(std::string_view source, ResultReceiver& receiver, const ReadLimits& limits)
      : source_(source), receiver_(receiver), limits_(limits) {}

  void read(std::string_view text) {
    const TreeMemory held(limits_, text.size());
    const json document = parse(text);
    if (!document.is_object()) fail("is no JSON object");
    if (document.contains("boolean")) {
      if (!document["boolean"].is_boolean()) fail("has a boolean that is neither true nor false");
      receiver_.boolean(document["boolean"].get<bool>());
      return;
    }
    read_head(member(document, "head"));
    for (const auto& binding : array(member(document, "results"), "bindings"))
      read_binding(binding);
  }

 private:
  [[noreturn]] void fail(const std::string& problem) const {
    throw base::Error(base::Failure::input, {source_, 0, 0}, "the JSON result " + problem,
                      "see https://www.w3.org/TR/sparql11-results-json/");
  }

  json parse(std::string_view text) const {
    if (base::nests_deeper(text, max_depth))
      fail("is nested deeper than " + std::to_string(max_depth));
    try {
      const char* const begin = text.data();
      return json::parse(WatchedText(begin, limits_.cancellation),
                         WatchedText(begin + text.size(), nullptr));
    } catch (const json::parse_error& error) {
      throw base::Error(base::Failure::input, base::place_at(source_, text, error.byte),
                        "the JSON result is broken or incomplete", "ask for it again");
    } catch (const json::exception&) { // a number beyond any double, which no result needs
      fail("holds a value that cannot be read");
    }
  }

  const json& member(const json& object, const char* name) const {
    const auto found = object.is_object() ? object.find(name) : object.end();
    if (!object.is_object() || found == object.end())
      fail("has no member \"" + std::string(name) + "\"");
    return *found;
  }

  const json& array(const json& object, const char* name) const {
    const auto& found = member(object, name);
    if (!found.is_array()) fail("has no list \"" + std::string(name) + "\"");
    return found;
  }

  std::string string(const json& object, const char* name) const {
    const auto& found = member(object, name);
    if (!found.is_string()) fail("has no text \"" + std::string(name) + "\"");
    return found.get<std::string>();
  }

  void read_head(const json& head) {
    for (const auto& variable : array(head, "vars")) {
      if (!variable.is_string()) fail("names a variable by something that is no text");
      variables_.push_back(variable.get<std::string>());
    }
    receiver_.variables(variables_);
  }

  void read_binding(const json& binding) {
    if (!binding.is_object()) fail("has a solution that is no object");
    ResultTable::Row row(variables_.size());
    for (const auto& [name, value] : binding.items()) {
      const auto column = std::find(variables_.begin(), variables_.end(), name);
      if (column == variables_.end()) fail("binds ?" + name + ", which its head does not name");
      row[static_cast<std::size_t>(column - variables_.begin())] = read_term(value);
    }
    receiver_.row(row);
  }

  rdf::Term read_term(const json& value) const {
    const std::string type = string(value, "type");
    const std::string text = string(value, "value");
    if (type == "uri") return rdf::iri(text);
    if (type == "bnode") return rdf::blank(text);
    if (type != "literal" && type != "typed-literal") fail("has a term of type \"" + type + "\"");
    if (value.contains("xml:lang")) return rdf::language_literal(text, string(value, "xml:lang"));
    if (value.contains("datatype")) return rdf::literal(text, string(value, "datatype"));
    return rdf::literal(text);
  }

  std::string source_;
  ResultReceiver& receiver_;
  ReadLimits limits_;
  std::vector<std::string> variables_;
};

} // namespace

void read_json_result(std::string_view source, std::string_view text, ResultReceiver& receiver,
                      const ReadLimits& limits) {
  JsonResultReader(source, receiver, limits).read(text);
}

} // namespace tela::sparql::results
