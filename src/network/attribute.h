#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tela::network {

/// The types of attributes that every graph format can hold in some way.
enum class ValueType : std::uint8_t {
  boolean,
  integer, ///< 64 bits, signed
  real,    ///< IEEE double
  text,
  list, ///< texts joined by '|' (see append_to_list); formats that have lists get a real one
};

/// What a column of values is called and holds.
struct Attribute {
  std::string name; ///< short, ASCII, "region"
  ValueType type = ValueType::text;
  bool operator==(const Attribute&) const = default;
};

/// One value on its way out; std::monostate when there is none. A text is borrowed.
using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string_view>;

[[nodiscard]] inline bool has_value(const Value& value) noexcept {
  return value.index() != 0;
}

inline constexpr char list_separator = '|';
/// Appends one text to a list; a '|' inside it becomes "%7C".
void append_to_list(std::string& list, std::string_view item);
/// The texts of a list, as they were joined; empty for "". The views point into `list`.
[[nodiscard]] std::vector<std::string_view> list_items(std::string_view list);

/// A typed column that grows at its end; cells may be empty. Texts lie in one string, so that a
/// million short ones cost little more than their bytes.
class Column {
 public:
  explicit Column(Attribute attribute);

  [[nodiscard]] const Attribute& attribute() const noexcept { return attribute_; }
  [[nodiscard]] std::size_t size() const noexcept { return present_.size(); }
  /// REQUIRES: the value fits the column's type, or is empty.
  void push(const Value& value);
  /// REQUIRES: at < size(). A text is valid until the next push.
  [[nodiscard]] Value operator[](std::size_t at) const;

 private:
  struct Texts {
    std::string bytes;
    std::vector<std::uint64_t> ends;
  };
  Attribute attribute_;
  std::vector<bool> present_;
  std::variant<std::vector<bool>, std::vector<std::int64_t>, std::vector<double>, Texts> cells_;
};

} // namespace tela::network
