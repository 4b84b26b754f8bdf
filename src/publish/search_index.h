#pragma once

#include "publish/language.h"
#include "publish/resource_page.h"
#include "rdf/id.h"

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
  std::vector<std::string> whole; ///< short names, their words with spaces between
  std::vector<std::string> words; ///< of names and codes, as words() gives them; may repeat
  std::vector<std::string> texts; ///< of what is said of it, likewise
  std::vector<std::vector<rdf::Id>> facets; ///< its values of each facet
};

/// An index that a browser searches without a server (search.js), in pieces of which it fetches
/// only those it needs:
///
///     search/words/re.json   {"renforcement":[[12,1,5,…],[3]],"region":[7,null],"=rcm":[[4]]}
///     search/long/7.json     [3,1,1,…]       the pages of a word that stands on many
///     search/ends/nt.json    ["renforcement",…]  words by their last two characters
///     search/pages/2-0.json  [["project/Q36-805","Title"],["state/HN",["Honduras",…3]],…]
///     search/values/2-0.json [[[3],[17,4]],…]    the numbers of each facet's values of a page
///
/// A page has the number rank × 2²⁴ + its place among those of its rank; lists hold the first
/// number and then differences. A word has the list of pages that it names, and that of pages that
/// speak of it; null where so many do that it tells none apart. "=rcm" is a whole name. Words lie
/// in the file of their first two characters, numbers in that of their first four digits; their
/// ends find those that were mistyped at the start, but for numbers. Memory: about 5 bytes for each
/// word of each page.
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

  /// The values of a facet in the order of their numbers. Complete after the last add().
  [[nodiscard]] const std::vector<rdf::Id>& values(std::size_t facet) const;

  /// How many pages a file of pages holds, and a file of values.
  static constexpr std::size_t pages_a_file = 128;
  static constexpr std::size_t values_a_file = 4096;
  /// From how many pages on a word has a file of its own.
  static constexpr std::size_t long_list = 400;
  /// From how many pages on a word of texts tells none apart, where they are an eighth of all.
  static constexpr std::size_t common_word = 2000;

 private:
  /// Files in the making, one after the other.
  struct Rank {
    std::uint32_t pages = 0;
    std::string names, values;
  };
  struct Lists {
    std::vector<std::uint32_t> names, texts;
  };
  struct Facet {
    std::vector<rdf::Id> values;
    std::unordered_map<rdf::Id, std::size_t> numbers;
  };
  void post(const std::vector<std::string>& words, std::vector<std::uint32_t> Lists::*list,
            std::uint32_t page);
  void append_values(std::string& out, const SearchEntry& entry);
  void end_files(std::uint32_t rank, bool last);
  void write_words();
  void write_ends();
  /// A list as JSON, or the number of the file that it has gone to.
  [[nodiscard]] std::string stored(std::vector<std::uint32_t> pages);
  [[nodiscard]] bool is_common(const Lists& lists) const;

  Output output_;
  std::vector<Rank> ranks_;
  std::vector<Facet> facets_;
  std::unordered_map<std::string, Lists> postings_;
  std::size_t pages_ = 0, long_lists_ = 0;
};

/// The file in which a word is found: "re", or "u4e2d-56fd" where it begins otherwise than with two
/// letters or digits of ASCII; a number in that of its first four digits. REQUIRES: two characters
/// at least.
[[nodiscard]] std::string word_file(std::string_view word);
/// The same by its last two characters: "on" for "region".
[[nodiscard]] std::string end_file(std::string_view word);

} // namespace tela::publish
