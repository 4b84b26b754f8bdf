#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace tela::parquet {

/// What the values of a column are.
enum class Type : std::uint8_t {
  boolean,
  integer, ///< 64 bits
  real,    ///< a double
  text,    ///< UTF-8
  date,    ///< days since 1970-01-01, which fit 32 bits
  instant, ///< microseconds since 1970-01-01T00:00:00Z
  local,   ///< microseconds likewise, of a clock whose zone is not known
};

/// A value of a row: none, a boolean, an integer (also of dates and times), a real, a text.
using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string_view>;

/// The values of one column of one row group while they come: encoding PLAIN, with a level a row
/// that says whether there is a value.
class ColumnChunk {
 public:
  explicit ColumnChunk(Type type) : type_(type) {}

  /// REQUIRES: none, or a value of the column's type.
  void add(const Value& value);
  /// The page of data that the values make; the chunk is empty again.
  [[nodiscard]] std::string take_page();
  /// About the size of that page.
  [[nodiscard]] std::size_t bytes() const noexcept { return levels_.size() + values_.size(); }

 private:
  void add_level(bool present);
  void end_run();
  void add_bit(bool bit);

  Type type_;
  std::string levels_; // runs that have ended
  std::string values_;
  bool run_present_ = false;
  std::uint64_t run_length_ = 0;
  unsigned bits_ = 0; // of booleans, in the last byte of values_
};

} // namespace tela::parquet
