#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tela::records {

/// The words by which the readers of pages know languages, dates, menus and contacts: the table
/// data/pages/words.csv. Words are as label_key() makes them. Immutable; any thread may read it.
class PageWords {
 public:
  /// The table compiled into the program, parsed at the first call and kept until the end of the
  /// process. Thread-safe.
  [[nodiscard]] static const PageWords& built_in();

  /// Reads a table with the columns kind, language and words, which stand between '|'. Throws
  /// Error(input) with the line as base::DataTable does.
  explicit PageWords(std::string_view content);

  /// Whether `key` is listed under `kind` in any language.
  [[nodiscard]] bool has(std::string_view kind, std::string_view key) const;
  /// The place of `key` in its row of `kind`, from 1; 0 when it is not listed.
  [[nodiscard]] int number(std::string_view kind, std::string_view key) const;
  /// The languages that `key` is listed for under `kind`.
  [[nodiscard]] std::vector<std::string_view> languages(std::string_view kind,
                                                        std::string_view key) const;

 private:
  struct Listing {
    std::string language;
    int number = 0;
  };
  [[nodiscard]] const std::vector<Listing>* find(std::string_view kind, std::string_view key) const;

  std::unordered_map<std::string, std::vector<Listing>> listings_; ///< by "kind,key"
};

} // namespace tela::records
