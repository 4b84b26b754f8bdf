#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tela::base {

/// Appends `text` as a quoted JSON string (RFC 8259): control characters, quotes and backslashes
/// escaped, the rest as UTF-8. REQUIRES: well-formed UTF-8.
void append_json_string(std::string& out, std::string_view text);

/// Writes one JSON value into a string, in order, without a tree. Commas and colons come by
/// themselves; the caller balances begin and end.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(bool truth) { return raw(truth ? "true" : "false"); }
  JsonWriter& value(std::integral auto number) { return raw(std::to_string(number)); }
  /// Shortest digits, so that reading gives the same double back; NaN and infinities as null.
  JsonWriter& value(double number);
  /// `json` as it is: a number or a value that somebody else has written.
  JsonWriter& raw(std::string_view json);
  /// key(name) and value(content) in one.
  JsonWriter& field(std::string_view name, const auto& content) { return key(name).value(content); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();

  std::string& out_;
  std::vector<bool> first_{true};
  bool after_key_ = false;
};

} // namespace tela::base
