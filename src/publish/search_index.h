#pragma once

#include "publish/language.h"
#include "publish/resource_page.h"

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace tela::publish {

/// A page as the search knows it.
struct SearchEntry {
  std::uint32_t rank = 0; ///< of its kind: results of lower rank come first
  std::string path;       ///< without extension
  LocalText name;
  std::vector<std::string> words; ///< as words() gives them; may repeat
};

/// An index that a browser searches without a server (site.js), in pieces of which it fetches only
/// those it needs:
///
///     search/words/re.json   {"renforcement":[12,1,5,…],"region":7}
///     search/long/7.json     [3,1,1,…]       the pages of a word that stands on many
///     search/pages/2-0.json  [["project/Q36-805","Title"],["state/HN",["Honduras",…3]],…]
///
/// A page has the number rank × 2²⁴ + its place among those of its rank; lists hold the first
/// number and then differences. Words lie in the file of their first two characters. Memory: about
/// 5 bytes for each word of each page.
class SearchIndex {
 public:
  /// Takes the files that are ready.
  using Output = std::function<void(PageFile)>;
  explicit SearchIndex(Output output) : output_(std::move(output)) {}

  /// Pages come in a fixed order, so that the index is the same each time. Throws Error(limit)
  /// above 2²⁴ pages of a rank.
  void add(const SearchEntry& entry);
  /// Hands over what is left. To be called once.
  void finish();

  /// How many pages a file of pages holds.
  static constexpr std::size_t pages_a_file = 128;
  /// From how many pages on a word has a file of its own.
  static constexpr std::size_t long_list = 400;

 private:
  struct Rank {
    std::uint32_t pages = 0;
    std::string file; ///< in the making
  };
  void end_file(std::uint32_t rank);
  void write_words();

  Output output_;
  std::vector<Rank> ranks_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> postings_;
};

/// The file in which a word is found: "re", or "u4e2d-56fd" where it begins otherwise than with two
/// letters or digits of ASCII. REQUIRES: two characters at least.
[[nodiscard]] std::string word_file(std::string_view word);

} // namespace tela::publish
