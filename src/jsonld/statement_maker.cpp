#include "jsonld/statement_maker.h"

#include "base/ascii.h"
#include "jsonld/canonical_json.h"
#include "jsonld/keyword.h"
#include "rdf/iri.h"
#include "rdf/language_tag.h"
#include "rdf/namespaces.h"
#include "rdf/prefix_map.h"

#include <algorithm>
#include <utility>

namespace tela::jsonld {

namespace {

constexpr std::string_view rdf_json = "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON";
constexpr std::string_view rdf_value = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value";
constexpr std::string_view rdf_language = "http://www.w3.org/1999/02/22-rdf-syntax-ns#language";
constexpr std::string_view rdf_direction = "http://www.w3.org/1999/02/22-rdf-syntax-ns#direction";
constexpr std::string_view i18n = "https://www.w3.org/ns/i18n#";

/// RFC 3987 has one fragment; Turtle does not mind more.
bool is_iri(std::string_view text) {
  return rdf::is_absolute_iri(text) && std::ranges::count(text, '#') <= 1;
}

/// The text of a member, or nothing.
const std::string* text_of(const Value& object, std::string_view key) {
  const Value* member = object.member(key);
  return member ? member->string() : nullptr;
}

} // namespace

void StatementMaker::add(const Value& expanded) {
  if (expanded.is_null()) return;
  for (const Value* node : items_of(expanded)) (void)add_node(*node, Graph{});
}

StatementMaker::Name StatementMaker::add_node(const Value& node, const Graph& graph) {
  const Value* id = node.member("@id");
  Name subject = id == nullptr  ? Name(fresh())
                 : id->string() ? resource(*id->string(), id->offset)
                                : std::nullopt;
  for (const auto& [key, value] : *node.object()) {
    if (key == "@type") {
      if (subject) add_types(*subject, value, graph);
    } else if (key == "@graph") {
      add_graph(subject, value);
    } else if (key == "@included") {
      for (const Value* item : items_of(value)) (void)add_node(*item, graph);
    } else if (key == "@reverse") {
      add_reverse(subject, value, graph);
    } else if (!is_keyword(key)) {
      add_property(subject, key, value, graph);
    }
  }
  return subject;
}

void StatementMaker::add_types(const rdf::Term& subject, const Value& types, const Graph& graph) {
  for (const Value* type : items_of(types))
    if (const Name object = resource(*type->string(), type->offset))
      push(subject, rdf::iri(rdf::rdf_type), *object, graph, type->offset);
}

void StatementMaker::add_graph(const Name& subject, const Value& items) {
  const Graph inner{subject, subject.has_value()};
  for (const Value* item : items_of(items)) (void)add_node(*item, inner);
}

void StatementMaker::add_reverse(const Name& subject, const Value& map, const Graph& graph) {
  for (const auto& [property, values] : *map.object()) {
    const Name name = predicate(property, values.offset);
    for (const Value* node : items_of(values)) {
      const Name from = add_node(*node, graph);
      if (subject && name && from) push(*from, *name, *subject, graph, node->offset);
    }
  }
}

void StatementMaker::add_property(const Name& subject, const std::string& property,
                                  const Value& values, const Graph& graph) {
  const Name name = predicate(property, values.offset);
  for (const Value* value : items_of(values)) {
    const Name to = object(*value, graph);
    if (subject && name && to) push(*subject, *name, *to, graph, value->offset);
  }
}

// Section 8.2.
StatementMaker::Name StatementMaker::object(const Value& value, const Graph& graph) {
  if (is_value_object(value)) return literal(value, graph);
  if (const Value* items = value.member("@list")) return list(*items, graph);
  return add_node(value, graph);
}

// Section 8.3.
rdf::Term StatementMaker::list(const Value& items, const Graph& graph) {
  const auto values = items_of(items);
  if (values.empty()) return rdf::iri(rdf::rdf_nil);
  rdf::Term first = fresh();
  rdf::Term cell = first;
  for (const Value* value : values) {
    if (const Name item = object(*value, graph))
      push(cell, rdf::iri(rdf::rdf_first), *item, graph, value->offset);
    rdf::Term rest = value == values.back() ? rdf::iri(rdf::rdf_nil) : fresh();
    push(cell, rdf::iri(rdf::rdf_rest), rest, graph, value->offset);
    cell = std::move(rest);
  }
  return first;
}

StatementMaker::Name StatementMaker::literal(const Value& object, const Graph& graph) {
  const Value& value = *object.member("@value");
  const std::string* type = text_of(object, "@type");
  if (type && *type == "@json") return rdf::literal(canonical_json(value), rdf_json);
  if (type && !is_iri(*type)) {
    document_.pass_over("a value whose datatype " + in_quotes(*type) + " is no IRI", object.offset);
    return std::nullopt;
  }
  const auto of_type = [&](std::string_view otherwise) { return type ? *type : otherwise; };
  if (const bool* truth = value.boolean())
    return rdf::literal(*truth ? "true" : "false", of_type(rdf::xsd::boolean));
  if (const Number* number = value.number()) {
    const bool as_integer = is_integer(*number) && of_type("") != rdf::xsd::double_;
    if (!is_integer(*number) && !number->digits.empty())
      document_.pass_over("an integer from 1e21 on became an xsd:double", value.offset);
    return as_integer ? rdf::literal(integer_digits(*number), of_type(rdf::xsd::integer))
                      : rdf::literal(canonical_double(number->value), of_type(rdf::xsd::double_));
  }
  return type ? rdf::literal(*value.string(), *type) : text_literal(object, graph);
}

StatementMaker::Name StatementMaker::text_literal(const Value& object, const Graph& graph) {
  const std::string& text = *object.member("@value")->string();
  const std::string* language = text_of(object, "@language");
  const std::string* direction = text_of(object, "@direction");
  if (language && (!rdf::is_language_tag(*language) || language->size() > limits_.language_tag)) {
    document_.pass_over("a text in the malformed language " + in_quotes(*language), object.offset);
    return std::nullopt;
  }
  if (direction && directions_ != Directions::dropped)
    return directed_literal(text, language ? *language : "", *direction, object.offset, graph);
  if (direction) document_.pass_over("the direction of a text", object.offset);
  return language ? rdf::language_literal(text, *language) : rdf::literal(text);
}

StatementMaker::Name StatementMaker::directed_literal(const std::string& text,
                                                      const std::string& language,
                                                      const std::string& direction,
                                                      std::size_t offset, const Graph& graph) {
  if (directions_ == Directions::i18n_datatype)
    return rdf::literal(text, std::string(i18n) + base::ascii_lower(language) + "_" + direction);
  const rdf::Term node = fresh();
  push(node, rdf::iri(rdf_value), rdf::literal(text), graph, offset);
  if (!language.empty())
    push(node, rdf::iri(rdf_language), rdf::literal(base::ascii_lower(language)), graph, offset);
  push(node, rdf::iri(rdf_direction), rdf::literal(direction), graph, offset);
  return node;
}

// An IRI or a blank node; nothing, with a warning, when the text is neither.
StatementMaker::Name StatementMaker::resource(const std::string& text, std::size_t offset) {
  if (text.starts_with("_:")) {
    const std::string_view label = std::string_view(text).substr(2);
    if (rdf::is_blank_node_label(label)) {
      rdf::Term node = rdf::blank("");
      labels_.append(node.value, label);
      return node;
    }
  } else if (is_iri(text)) {
    return rdf::iri(text);
  }
  document_.pass_over("statements of " + in_quotes(text) + ", which is no absolute IRI", offset);
  return std::nullopt;
}

rdf::Term StatementMaker::fresh() {
  rdf::Term node = rdf::blank("");
  labels_.append_fresh(node.value);
  return node;
}

StatementMaker::Name StatementMaker::predicate(const std::string& property, std::size_t offset) {
  if (is_iri(property)) return rdf::iri(property);
  document_.pass_over("the property " + in_quotes(property) + ", which is no IRI", offset);
  return std::nullopt;
}

void StatementMaker::push(const rdf::Term& subject, const rdf::Term& predicate,
                          const rdf::Term& object, const Graph& graph, std::size_t offset) {
  if (!graph.is_named_well) return;
  for (const rdf::Term* term : {&subject, &predicate, &object}) check_size(*term, offset);
  rdf::QuadView quad{subject, predicate, object, std::nullopt};
  if (graph.name) quad.graph = *graph.name;
  ++quads_;
  sink_.quad(quad);
}

void StatementMaker::check_size(const rdf::Term& term, std::size_t offset) const {
  if (term.value.size() > limits_.term)
    document_.refuse("loading document failed", offset,
                     "a term of more than " + std::to_string(limits_.term >> 20U) + " MiB",
                     "shorten it, or keep such content outside the graph");
}

} // namespace tela::jsonld
