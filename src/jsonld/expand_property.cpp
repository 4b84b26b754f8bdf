// What properties hold (steps 13.5 to 13.14 of section 5.1.2): a part of expander.h.

#include "jsonld/expander.h"
#include "jsonld/keyword.h"

#include <utility>

namespace tela::jsonld {

namespace {

Value in_object(std::string_view key, Value value) {
  const std::size_t offset = value.offset;
  Object object;
  object.emplace(std::string(key), std::move(value));
  return {std::move(object), offset};
}

Value graph_of(Value node) {
  const std::size_t offset = node.offset;
  return in_object("@graph", {as_array(std::move(node)), offset});
}

} // namespace

void Expander::expand_property(Work& work, const std::string& key, const std::string& iri,
                               const Value& value) {
  static const TermDefinition nothing;
  const TermDefinition* defined = work.active->term(key);
  const TermDefinition& term = defined ? *defined : nothing;
  const Container container = term.container;
  Value expanded;
  if (term.type == "@json") {
    expanded = in_object("@value", value);
    expanded.object()->emplace("@type", text_value("@json", value.offset));
  } else if (has(container, Container::language) && value.object()) {
    expanded = expand_language_map(*work.active, term, value);
  } else if (has(container, Container::index | Container::type | Container::id) && value.object()) {
    expanded = expand_index_map(work.active, key, term, value);
  } else {
    expanded = expand(work.active, &key, value);
  }
  if (expanded.is_null()) return;
  if (has(container, Container::list) && !is_list_object(expanded))
    expanded = in_object("@list", {as_array(std::move(expanded)), value.offset});
  if (has(container, Container::graph) && !has(container, Container::id | Container::index)) {
    Array graphs;
    for (Value& item : as_array(std::move(expanded))) graphs.push_back(graph_of(std::move(item)));
    expanded = {std::move(graphs), value.offset};
  }
  if (term.is_reverse)
    add_reverse_values(work, iri, std::move(expanded));
  else
    add_value(work.result, iri, std::move(expanded));
}

// Step 13.7.
Value Expander::expand_language_map(const Context& active, const TermDefinition& term,
                                    const Value& map) {
  const auto& direction = term.direction ? *term.direction : active.direction;
  Array texts;
  for (const auto& [language, values] : *map.object()) {
    const bool is_none =
        expand_iri(active, language, Relative::to_vocabulary, values.offset) == "@none";
    for (const Value* item : items_of(values)) {
      if (item->is_null()) continue;
      if (!item->string())
        document_.refuse("invalid language map value", item->offset,
                         "a map of languages holds texts");
      Value text = in_object("@value", *item);
      if (!is_none) text.object()->emplace("@language", text_value(language, item->offset));
      if (direction) text.object()->emplace("@direction", text_value(*direction, item->offset));
      texts.push_back(std::move(text));
    }
  }
  return {std::move(texts), map.offset};
}

// Step 13.8.
Value Expander::expand_index_map(const SharedContext& active, const std::string& key,
                                 const TermDefinition& term, const Value& map) {
  Array items;
  for (const auto& [index, values] : *map.object()) {
    const Value array{Array(as_array(values)), values.offset};
    Value expanded = expand(context_of_entry(active, term, index), &key, array, true);
    for (Value& item : as_array(std::move(expanded))) {
      if (has(term.container, Container::graph) && !is_graph_object(item))
        item = graph_of(std::move(item));
      name_item(*active, term, index, values.offset, item);
      items.push_back(std::move(item));
    }
  }
  return {std::move(items), map.offset};
}

SharedContext Expander::context_of_entry(const SharedContext& active, const TermDefinition& term,
                                         const std::string& index) {
  if (!has(term.container, Container::id | Container::type)) return active;
  SharedContext around = active->previous ? active->previous : active;
  if (!has(term.container, Container::type)) return around;
  const TermDefinition* type = around->term(index);
  return type && type->context ? contexts_.scoped(around, *type->context, {.propagates = false})
                               : around;
}

// Step 13.8.3.7: the key of the map becomes the item's index, identifier or type.
void Expander::name_item(const Context& active, const TermDefinition& term,
                         const std::string& index, std::size_t offset, Value& item) {
  const Iri iri = expand_iri(active, index, Relative::to_vocabulary, offset);
  if (iri == "@none" || !item.object()) return;
  Object& object = *item.object();
  if (has(term.container, Container::index)) {
    if (term.index && *term.index != "@index")
      add_index_property(active, term, index, item);
    else
      object.try_emplace("@index", text_value(index, offset));
  } else if (has(term.container, Container::id)) {
    if (object.contains("@id")) return;
    const Iri id = expand_iri(active, index, Relative::to_base, offset);
    object["@id"] = id ? text_value(*id, offset) : Value{nullptr, offset};
  } else if (iri) {
    Value types{Array{text_value(*iri, offset)}, offset};
    if (const auto own = object.find("@type"); own != object.end())
      for (Value& type : as_array(std::move(own->second)))
        types.array()->push_back(std::move(type));
    object["@type"] = std::move(types);
  }
}

void Expander::add_index_property(const Context& active, const TermDefinition& term,
                                  const std::string& index, Value& item) {
  const Iri property = expand_iri(active, *term.index, Relative::to_vocabulary, item.offset);
  if (is_value_object(item))
    document_.refuse("invalid value object", item.offset,
                     "a value cannot have the property " + in_quotes(*term.index));
  if (property)
    add_value(*item.object(), *property,
              expand_text(active, *term.index, text_value(index, item.offset)));
}

} // namespace tela::jsonld
