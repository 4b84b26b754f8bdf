#include "jsonld/value.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tela::jsonld {

Array as_array(Value value) {
  if (Array* array = value.array()) return std::move(*array);
  Array one;
  one.push_back(std::move(value));
  return one;
}

std::vector<const Value*> items_of(const Value& value) {
  if (value.array() == nullptr) return {&value};
  std::vector<const Value*> items;
  for (const Value& item : *value.array()) items.push_back(&item);
  return items;
}

void add_value(Object& object, std::string_view key, Value value) {
  const auto [entry, is_new] = object.try_emplace(std::string(key), Value{Array{}, value.offset});
  if (entry->second.array() == nullptr)
    entry->second = {as_array(std::move(entry->second)), value.offset};
  Array& values = *entry->second.array();
  if (Array* more = value.array())
    std::ranges::move(*more, std::back_inserter(values));
  else
    values.push_back(std::move(value));
}

bool is_value_object(const Value& value) {
  return value.has("@value");
}

bool is_list_object(const Value& value) {
  return value.has("@list");
}

bool is_graph_object(const Value& value) {
  return value.has("@graph") && std::ranges::all_of(*value.object(), [](const auto& entry) {
           return entry.first == "@graph" || entry.first == "@id" || entry.first == "@index";
         });
}

bool is_node_object(const Value& value) {
  return value.object() != nullptr && !value.has("@value") && !value.has("@list") &&
         !value.has("@set");
}

} // namespace tela::jsonld
