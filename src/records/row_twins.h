#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tela::records {

/// Finds rows of a table, or records of another file, that speak of one record, or may. Holds 16
/// bytes a row.
class RowTwins {
 public:
  /// What notes call one: "row", "record"; and the numbers that the others get: "rows", "lines".
  explicit RowTwins(std::string thing = "row", std::string numbers = "rows")
      : thing_(std::move(thing)), numbers_(std::move(numbers)) {}

  /// A row whose record is known by `id` wherever it stands.
  void add_id(std::string_view id, std::uint64_t row);
  /// A row that has only its title and its number.
  void add_title(std::string_view title, std::uint64_t row);
  /// A row that has a title and a web address. Whether the address is that of an earlier row with
  /// another title: a list of projects, the publisher's site. Then it tells nothing apart.
  [[nodiscard]] bool add_address(std::string_view address, std::string_view title,
                                 std::uint64_t row);

  /// What people should know: how many rows share an id, which may be twins.
  [[nodiscard]] std::vector<std::string> notes() const;

 private:
  struct Seen {
    std::unordered_map<std::uint64_t, std::uint64_t> first_rows; ///< by hash
    std::uint64_t again = 0;
    std::string examples; ///< "3 and 7, 3 and 9"
  };
  static std::uint64_t first_row(Seen& seen, std::string_view text, std::uint64_t row);
  static void count(Seen& seen, std::uint64_t first, std::uint64_t row);

  void tell(const Seen& seen, const std::string& what, std::vector<std::string>& notes) const;

  std::string thing_, numbers_;
  Seen ids_, titles_, addresses_, records_; ///< records_: addresses with their titles
};

} // namespace tela::records
