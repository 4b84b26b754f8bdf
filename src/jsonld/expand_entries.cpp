// What keywords hold (steps 13.4 and 14 of section 5.1.2): a part of expander.h.

#include "jsonld/expander.h"
#include "jsonld/keyword.h"

#include <utility>

namespace tela::jsonld {

void Expander::expand_entries(Work& work, const Value& element) {
  std::vector<const std::string*> nests;
  for (const auto& [key, value] : *element.object()) {
    if (key == "@context") continue;
    const Iri iri = expand_iri(*work.active, key, Relative::to_vocabulary, value.offset);
    if (iri && is_keyword(*iri)) {
      if (*iri == "@nest")
        nests.push_back(&key);
      else
        expand_keyword(work, *iri, value);
    } else if (iri && iri->find(':') != std::string::npos) {
      expand_property(work, key, *iri, value);
    } else {
      document_.pass_over("no IRI for " + in_quotes(key), value.offset);
    }
  }
  for (const std::string* key : nests)
    for (const Value* nested : items_of(element.object()->find(*key)->second))
      expand_nest(work, *key, *nested);
}

// Step 14: the entries count as those of the object around.
void Expander::expand_nest(Work& work, const std::string& key, const Value& nested) {
  const SharedContext around = work.active;
  const TermDefinition* term = around->term(key);
  if (term && term->context)
    work.active = contexts_.scoped(around, *term->context, {.overrides_protected = true});
  if (!nested.object())
    document_.refuse("invalid @nest value", nested.offset, "@nest holds objects");
  for (const auto& [name, value] : *nested.object())
    if (expand_iri(*work.active, name, Relative::to_vocabulary, value.offset) == "@value")
      document_.refuse("invalid @nest value", value.offset, "@nest holds no @value");
  expand_entries(work, nested);
  work.active = around;
}

void Expander::expand_keyword(Work& work, const std::string& keyword, const Value& value) {
  if (work.property && *work.property == "@reverse")
    document_.refuse("invalid reverse property map", value.offset,
                     "@reverse holds properties, and no " + keyword);
  const bool may_repeat = !contexts_.is_1_0() && (keyword == "@included" || keyword == "@type");
  if (work.result.contains(keyword) && !may_repeat)
    document_.refuse("colliding keywords", value.offset, "the object has " + keyword + " twice");
  if (keyword == "@id") return add_id(work, value);
  if (keyword == "@type") return add_types(work, value);
  if (keyword == "@value") return add_literal(work, value);
  if (keyword == "@language") return add_language(work, value);
  if (keyword == "@direction") return add_direction(work, value);
  if (keyword == "@index") return add_index(work, value);
  if (keyword == "@list") return add_list(work, value);
  if (keyword == "@reverse") return add_reverse(work, value);
  if (keyword == "@included") return add_included(work, value);
  if (keyword == "@set") {
    Value set = expand(work.active, work.property, value);
    if (!set.is_null()) work.result[keyword] = std::move(set);
  } else if (keyword == "@graph") {
    Value graph = expand(work.active, &keyword, value);
    work.result[keyword] = graph.is_null() ? Value{Array{}, value.offset}
                                           : Value{as_array(std::move(graph)), value.offset};
  } else {
    document_.pass_over(keyword + " outside a context", value.offset);
  }
}

void Expander::add_id(Work& work, const Value& value) {
  if (!value.string()) document_.refuse("invalid @id value", value.offset, "@id is a text");
  const Iri iri = expand_iri(*work.active, *value.string(), Relative::to_base, value.offset);
  work.result["@id"] = iri ? text_value(*iri, value.offset) : Value{nullptr, value.offset};
}

void Expander::add_types(Work& work, const Value& value) {
  Array types;
  for (const Value* type : items_of(value)) {
    if (!type->string())
      document_.refuse("invalid type value", type->offset,
                       "@type is a text, or several in an array");
    if (const Iri iri =
            expand_iri(*work.type_scoped, *type->string(), Relative::to_both, type->offset))
      types.push_back(text_value(*iri, type->offset));
  }
  if (work.result.contains("@type") || value.array())
    add_value(work.result, "@type", {std::move(types), value.offset});
  else if (!types.empty())
    work.result["@type"] = std::move(types.front());
}

void Expander::add_included(Work& work, const Value& value) {
  if (contexts_.is_1_0()) return;
  Array included = as_array(expand(work.active, nullptr, value));
  for (const Value& item : included)
    if (!is_node_object(item))
      document_.refuse("invalid @included value", value.offset, "@included holds nodes");
  add_value(work.result, "@included", {std::move(included), value.offset});
}

void Expander::add_literal(Work& work, const Value& value) {
  const bool is_json = work.input_type == "@json" && !contexts_.is_1_0();
  if (!is_json && !value.is_null() && !value.is_scalar())
    document_.refuse("invalid value object value", value.offset,
                     "@value is a text, a number, true, false or null");
  work.result["@value"] = value;
}

void Expander::add_language(Work& work, const Value& value) {
  if (!value.string())
    document_.refuse("invalid language-tagged string", value.offset, "@language is a text");
  work.result["@language"] = value;
}

void Expander::add_direction(Work& work, const Value& value) {
  if (contexts_.is_1_0()) return;
  if (!read_direction(document_, value))
    document_.refuse("invalid base direction", value.offset, "@direction is \"ltr\" or \"rtl\"");
  work.result["@direction"] = value;
}

void Expander::add_index(Work& work, const Value& value) {
  if (!value.string()) document_.refuse("invalid @index value", value.offset, "@index is a text");
  work.result["@index"] = value;
}

void Expander::add_list(Work& work, const Value& value) {
  if (work.property == nullptr || *work.property == "@graph") {
    document_.pass_over("a list that belongs to no node", value.offset);
    return;
  }
  Value list = expand(work.active, work.property, value);
  work.result["@list"] = list.is_null() ? Value{Array{}, value.offset}
                                        : Value{as_array(std::move(list)), value.offset};
}

void Expander::add_reverse(Work& work, const Value& value) {
  if (!value.object())
    document_.refuse("invalid @reverse value", value.offset, "@reverse holds an object");
  const std::string keyword = "@reverse";
  Value expanded = expand(work.active, &keyword, value);
  if (!expanded.object()) return;
  for (auto& [property, values] : *expanded.object()) {
    if (property != "@reverse") {
      add_reverse_values(work, property, std::move(values));
      continue;
    }
    for (auto& [forward, items] : *values.object()) // there and back
      add_value(work.result, forward, std::move(items));
  }
}

void Expander::add_reverse_values(Work& work, std::string_view property, Value values) {
  const auto entry = work.result.try_emplace("@reverse", Value{Object{}, values.offset}).first;
  for (Value& item : as_array(std::move(values))) {
    if (is_value_object(item) || is_list_object(item))
      document_.refuse("invalid reverse property value", item.offset,
                       "what points to a node is a node, and no value or list");
    add_value(*entry->second.object(), property, std::move(item));
  }
}

} // namespace tela::jsonld
