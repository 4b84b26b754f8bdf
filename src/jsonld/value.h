#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// JSON-LD 1.1 as statements: expansion and deserialisation as "JSON-LD 1.1 Processing Algorithms
/// and API" (https://www.w3.org/TR/json-ld11-api/) describes them. Sections named in this room are
/// that document's.
namespace tela::jsonld {

/// A JSON number. Integers that are written as such keep all their digits.
struct Number {
  double value = 0;
  std::string digits; ///< of an integer without point and exponent; else empty
};

struct Value;
using Array = std::vector<Value>;
using Object = std::map<std::string, Value, std::less<>>;

/// A JSON value and where it was read. The pointers below are null when it is something else, and
/// live as long as the value.
struct Value {
  std::variant<std::nullptr_t, bool, Number, std::string, Array, Object> content = nullptr;
  std::size_t offset = 0; ///< where its text begins, or white space and commas before it

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::nullptr_t>(content); }
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&content); }
  [[nodiscard]] const Number* number() const { return std::get_if<Number>(&content); }
  [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&content); }
  [[nodiscard]] const Array* array() const { return std::get_if<Array>(&content); }
  [[nodiscard]] Array* array() { return std::get_if<Array>(&content); }
  [[nodiscard]] const Object* object() const { return std::get_if<Object>(&content); }
  [[nodiscard]] Object* object() { return std::get_if<Object>(&content); }
  [[nodiscard]] bool is_scalar() const { return boolean() || number() || string(); }

  /// The member of an object; null when there is none, or this is no object.
  [[nodiscard]] const Value* member(std::string_view key) const {
    const Object* members = object();
    if (members == nullptr) return nullptr;
    const auto found = members->find(key);
    return found == members->end() ? nullptr : &found->second;
  }
  [[nodiscard]] bool has(std::string_view key) const { return member(key) != nullptr; }
};

[[nodiscard]] inline Value text_value(std::string_view text, std::size_t offset) {
  return {std::string(text), offset};
}

/// `value`, or the one thing in an array of its own.
[[nodiscard]] Array as_array(Value value);
/// `value` when it is an array, or one whose only item it is: to look at without a copy.
[[nodiscard]] std::vector<const Value*> items_of(const Value& value);

/// Appends to the array under `key`, which is made when there is none; arrays item by item.
void add_value(Object& object, std::string_view key, Value value);

/// What an expanded object is (section 1.4 and JSON-LD 1.1, section 10).
[[nodiscard]] bool is_value_object(const Value& value);
[[nodiscard]] bool is_list_object(const Value& value);
[[nodiscard]] bool is_graph_object(const Value& value);
[[nodiscard]] bool is_node_object(const Value& value);

} // namespace tela::jsonld
