#include "jsonld/expander.h"

#include "rdf/iri.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tela::jsonld {

namespace {

const TermDefinition* definition(const Context& active, const std::string* property) {
  return property ? active.term(*property) : nullptr;
}

bool is_top(const std::string* property) {
  return property == nullptr || *property == "@graph";
}

Value reference(std::optional<std::string> iri, std::size_t offset) {
  Object node;
  if (iri)
    node.emplace("@id", text_value(*iri, offset));
  else
    node.emplace("@id", Value{nullptr, offset});
  return {std::move(node), offset};
}

/// The term's own when it says one, even if that is none, or the context's.
const std::optional<std::string>& chosen(const Override* own,
                                         const std::optional<std::string>& of_context) {
  return own && own->has_value() ? **own : of_context;
}

} // namespace

Value Expander::expand(SharedContext active, const std::string* property, const Value& element,
                       bool from_map) {
  if (element.is_null()) return {nullptr, element.offset};
  if (element.array()) return expand_array(active, property, element, from_map);
  const TermDefinition* term = definition(*active, property);
  const Value* scoped = term ? term->context : nullptr; // of the context before step 7
  const bool is_object = element.object() != nullptr;
  if (is_object && active->previous && !from_map && !keeps_context(*active, element))
    active = active->previous;
  if (scoped) active = contexts_.scoped(active, *scoped, {.overrides_protected = true});
  return is_object ? expand_object(std::move(active), property, element)
                   : expand_scalar(active, property, element);
}

Value Expander::expand_scalar(const SharedContext& active, const std::string* property,
                              const Value& element) {
  if (!is_top(property)) return expand_text(*active, *property, element);
  document_.pass_over("a value that belongs to no node", element.offset);
  return {nullptr, element.offset};
}

// Value expansion, section 5.3.2.
Value Expander::expand_text(const Context& active, const std::string& property,
                            const Value& element) {
  const TermDefinition* term = active.term(property);
  const std::optional<std::string> type = term ? term->type : std::nullopt;
  if (const std::string* text = element.string()) {
    if (type == "@id")
      return reference(expand_iri(active, *text, Relative::to_base, element.offset),
                       element.offset);
    if (type == "@vocab")
      return reference(expand_iri(active, *text, Relative::to_both, element.offset),
                       element.offset);
  }
  Object result;
  result.emplace("@value", element);
  if (type && *type != "@id" && *type != "@vocab" && *type != "@none") {
    result.emplace("@type", text_value(*type, element.offset));
  } else if (element.string()) {
    const auto& language = chosen(term ? &term->language : nullptr, active.language);
    const auto& direction = chosen(term ? &term->direction : nullptr, active.direction);
    if (language) result.emplace("@language", text_value(*language, element.offset));
    if (direction) result.emplace("@direction", text_value(*direction, element.offset));
  }
  return {std::move(result), element.offset};
}

Value Expander::expand_array(const SharedContext& active, const std::string* property,
                             const Value& element, bool from_map) {
  const TermDefinition* term = definition(*active, property);
  const bool in_list = term && has(term->container, Container::list);
  Array result;
  for (const Value& item : *element.array()) {
    Value expanded = expand(active, property, item, from_map);
    if (in_list && expanded.array()) {
      Object list;
      list.emplace("@list", std::move(expanded));
      result.push_back({std::move(list), item.offset});
    } else if (Array* items = expanded.array()) {
      std::ranges::move(*items, std::back_inserter(result));
    } else if (!expanded.is_null()) {
      result.push_back(std::move(expanded));
    }
  }
  return {std::move(result), element.offset};
}

// Step 7: values and references stand in the context of the node that they are values of.
bool Expander::keeps_context(const Context& active, const Value& element) {
  const Object& entries = *element.object();
  const auto stands_for = [&](const std::string& key, std::string_view keyword) {
    return expand_iri(active, key, Relative::to_vocabulary, element.offset) == keyword;
  };
  if (entries.size() == 1 && stands_for(entries.begin()->first, "@id")) return true;
  return std::ranges::any_of(entries,
                             [&](const auto& entry) { return stands_for(entry.first, "@value"); });
}

Value Expander::expand_object(SharedContext active, const std::string* property,
                              const Value& element) {
  if (const Value* local = element.member("@context")) active = contexts_.process(active, *local);
  Work work{active, active, property, {}};
  apply_types(work, element);
  expand_entries(work, element);
  return finished(work, element.offset);
}

// Steps 11 and 12: what the node's types bring, in the order of their names.
void Expander::apply_types(Work& work, const Value& element) {
  const std::string* last = nullptr;
  bool is_first = true;
  for (const auto& [key, value] : *element.object()) {
    if (expand_iri(*work.type_scoped, key, Relative::to_vocabulary, value.offset) != "@type")
      continue;
    std::vector<std::string_view> types;
    for (const Value* item : items_of(value))
      if (const std::string* text = item->string()) types.push_back(*text);
    if (is_first) {
      const auto items = items_of(value);
      last = items.empty() ? nullptr : items.back()->string();
      is_first = false;
    }
    std::ranges::sort(types);
    for (const std::string_view type : types) {
      const TermDefinition* term = work.type_scoped->term(type);
      if (term && term->context)
        work.active = contexts_.scoped(work.active, *term->context, {.propagates = false});
    }
  }
  if (last)
    work.input_type = expand_iri(*work.active, *last, Relative::to_vocabulary, element.offset);
}

// Steps 15 to 19.
Value Expander::finished(Work& work, std::size_t offset) {
  Object& result = work.result;
  if (result.contains("@value")) {
    check_value_object(work, offset);
    const Value& value = result.at("@value");
    const bool is_json = result.contains("@type") && result.at("@type").string() &&
                         *result.at("@type").string() == "@json";
    if (value.is_null() && !is_json) return {nullptr, offset};
  } else if (const auto types = result.find("@type"); types != result.end()) {
    if (!types->second.array()) types->second = {as_array(std::move(types->second)), offset};
  }
  Value value = result.contains("@set") || result.contains("@list")
                    ? finished_set(work, offset)
                    : Value{std::move(result), offset};
  if (const Object* object = value.object();
      object && object->size() == 1 && object->contains("@language"))
    return {nullptr, offset};
  return is_top(work.property) ? without_free_floating(std::move(value)) : std::move(value);
}

void Expander::check_value_object(Work& work, std::size_t offset) const {
  constexpr std::array<std::string_view, 5> allowed{"@direction", "@index", "@language", "@type",
                                                    "@value"};
  const Object& result = work.result;
  for (const auto& [key, value] : result)
    if (std::ranges::find(allowed, key) == allowed.end())
      document_.refuse("invalid value object", value.offset,
                       in_quotes(key) + " stands beside @value");
  const auto type = result.find("@type");
  const bool has_language = result.contains("@language");
  if (type != result.end() && (has_language || result.contains("@direction")))
    document_.refuse("invalid value object", offset,
                     "a value has a type and a language or direction");
  const Value& value = result.at("@value");
  if (type != result.end() && type->second.string() && *type->second.string() == "@json") return;
  if (value.is_null()) return;
  if (!value.string() && has_language)
    document_.refuse("invalid language-tagged value", offset,
                     "@language stands beside what is no text");
  if (type == result.end()) return;
  const std::string* iri = type->second.string();
  if (iri == nullptr || !rdf::is_absolute_iri(*iri))
    document_.refuse("invalid typed value", type->second.offset, "the @type of a value is one IRI");
}

Value Expander::finished_set(Work& work, std::size_t offset) const {
  Object& result = work.result;
  if (result.size() > (result.contains("@index") ? 2U : 1U))
    document_.refuse("invalid set or list object", offset,
                     "@set and @list have nothing but @index beside them");
  if (const auto set = result.find("@set"); set != result.end()) return std::move(set->second);
  return {std::move(result), offset};
}

// Step 19: at the top, values and nodes of which nothing is said.
Value Expander::without_free_floating(Value value) {
  const Object* object = value.object();
  if (object == nullptr) return value;
  const bool is_value = object->contains("@value") || object->contains("@list");
  if (is_value) document_.pass_over("a value that belongs to no node", value.offset);
  if (is_value || object->empty() || (object->size() == 1 && object->contains("@id")))
    return {nullptr, value.offset};
  return value;
}

} // namespace tela::jsonld
