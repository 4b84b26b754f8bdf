#include "publish/search_index.h"

#include "base/error.h"
#include "base/json.h"
#include "base/require.h"
#include "base/utf8.h"
#include "publish/html.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace tela::publish {

namespace {

constexpr unsigned rank_shift = 24;
constexpr std::size_t longest_name = 160; // code points

void append_name(base::JsonWriter& json, const LocalText& name) {
  const auto shortened = [&](std::size_t i) {
    const Cut shown = cut(name.text[i], longest_name);
    return std::string(shown.text) + (shown.left_out > 0 ? "…" : "");
  };
  if (name.text[0] == name.text[1] && name.text[0] == name.text[2]) {
    json.value(shortened(0));
    return;
  }
  json.begin_array();
  for (std::size_t i = 0; i < language_count; ++i) json.value(shortened(i));
  json.end_array();
}

std::string list_of(std::vector<std::uint32_t> numbers) {
  std::ranges::sort(numbers);
  std::string json;
  base::JsonWriter writer(json);
  writer.begin_array();
  std::uint32_t last = 0;
  for (const std::uint32_t number : numbers) {
    writer.value(number - last);
    last = number;
  }
  writer.end_array();
  return json;
}

bool is_plain(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// "re", "u4e2d-56fd".
std::string file_of(char32_t first, char32_t second) {
  if (is_plain(first) && is_plain(second))
    return {static_cast<char>(first), static_cast<char>(second)};
  std::array<char, 20> hex{};
  auto* end = std::to_chars(hex.data(), hex.data() + hex.size(), std::uint32_t{first}, 16).ptr;
  *end++ = '-';
  end = std::to_chars(end, hex.data() + hex.size(), std::uint32_t{second}, 16).ptr;
  return 'u' + std::string(hex.data(), end);
}

bool is_whole_name(std::string_view key) {
  return key.starts_with('=');
}

std::string file_name(std::string_view folder, std::uint32_t rank, std::size_t number) {
  return "search/" + std::string(folder) + '/' + std::to_string(rank) + '-' +
         std::to_string(number) + ".json";
}

} // namespace

std::string word_file(std::string_view word) {
  base::require([&] { return base::code_point_count(word) >= 2; }, "two characters at least");
  constexpr std::size_t most_digits = 4;
  const auto digits = std::min(word.find_first_not_of("0123456789"), word.size());
  if (digits >= 2) return std::string(word.substr(0, std::min(digits, most_digits)));
  std::size_t at = 0;
  const char32_t first = base::next_code_point(word, at);
  return file_of(first, base::next_code_point(word, at));
}

std::string end_file(std::string_view word) {
  char32_t first = 0, second = 0;
  for (std::size_t at = 0; at < word.size();) {
    first = second;
    second = base::next_code_point(word, at);
  }
  return file_of(first, second);
}

void SearchIndex::add(const SearchEntry& entry) {
  if (entry.rank >= ranks_.size()) ranks_.resize(entry.rank + 1);
  Rank& rank = ranks_[entry.rank];
  const std::uint32_t number = (entry.rank << rank_shift) + rank.pages;
  if (rank.pages + 1 == std::uint32_t{1} << rank_shift || entry.rank > 255)
    throw base::Error(base::Failure::limit, "too many pages for one search index",
                      "publish a part of the data");
  for (const std::string& name : entry.whole) post({'=' + name}, &Lists::names, number);
  post(entry.words, &Lists::names, number);
  post(entry.texts, &Lists::texts, number);
  rank.names += rank.names.empty() ? "[" : ",\n";
  base::JsonWriter json(rank.names);
  json.begin_array().value(entry.path);
  append_name(json, entry.name);
  json.end_array();
  rank.values += rank.values.empty() ? "[" : ",";
  append_values(rank.values, entry);
  ++rank.pages;
  ++pages_;
  end_files(entry.rank, false);
}

void SearchIndex::post(const std::vector<std::string>& words,
                       std::vector<std::uint32_t> Lists::*list, std::uint32_t page) {
  for (const std::string& word : words) {
    auto& pages = postings_[word].*list;
    if (pages.empty() || pages.back() != page) pages.push_back(page);
  }
}

void SearchIndex::append_values(std::string& out, const SearchEntry& entry) {
  if (facets_.size() < entry.facets.size()) facets_.resize(entry.facets.size());
  base::JsonWriter json(out);
  json.begin_array();
  for (std::size_t i = 0; i < entry.facets.size(); ++i) {
    Facet& facet = facets_[i];
    json.begin_array();
    for (const rdf::Id value : entry.facets[i]) {
      const auto [known, is_new] = facet.numbers.try_emplace(value, facet.values.size());
      if (is_new) facet.values.push_back(value);
      json.value(known->second);
    }
    json.end_array();
  }
  json.end_array();
}

const std::vector<rdf::Id>& SearchIndex::values(std::size_t facet) const {
  static const std::vector<rdf::Id> none;
  return facet < facets_.size() ? facets_[facet].values : none;
}

void SearchIndex::end_files(std::uint32_t rank, bool last) {
  const auto end = [&](std::string_view folder, std::string& text, std::size_t pages_each) {
    if (text.empty() || (!last && ranks_[rank].pages % pages_each != 0)) return;
    const std::size_t number = (ranks_[rank].pages - 1) / pages_each;
    output_({file_name(folder, rank, number), std::move(text) + "]\n"});
    text.clear();
  };
  end("pages", ranks_[rank].names, pages_a_file);
  end("values", ranks_[rank].values, values_a_file);
}

void SearchIndex::finish() {
  for (std::uint32_t rank = 0; rank < ranks_.size(); ++rank) end_files(rank, true);
  write_words();
  write_ends();
}

std::string SearchIndex::stored(std::vector<std::uint32_t> pages) {
  if (pages.size() < long_list) return list_of(std::move(pages));
  output_(
      {"search/long/" + std::to_string(long_lists_) + ".json", list_of(std::move(pages)) + '\n'});
  return std::to_string(long_lists_++);
}

bool SearchIndex::is_common(const Lists& lists) const {
  return lists.texts.size() >= std::max(common_word, pages_ / 8);
}

void SearchIndex::write_words() {
  std::map<std::string, std::vector<std::string_view>> files;
  for (const auto& [word, lists] : postings_)
    files[word_file(is_whole_name(word) ? std::string_view(word).substr(1) : word)].push_back(word);
  for (auto& [name, list] : files) {
    std::ranges::sort(list);
    std::string text;
    base::JsonWriter json(text);
    json.begin_object();
    for (const std::string_view word : list) {
      const Lists& lists = postings_.find(std::string(word))->second;
      json.key(word).begin_array().raw(stored(lists.names));
      if (is_common(lists))
        json.raw("null");
      else if (!lists.texts.empty())
        json.raw(stored(lists.texts));
      json.end_array();
    }
    json.end_object();
    output_({"search/words/" + name + ".json", std::move(text) + '\n'});
  }
}

void SearchIndex::write_ends() {
  std::map<std::string, std::vector<std::string_view>> files;
  for (const auto& [word, lists] : postings_)
    if (!is_whole_name(word) && word.find_first_of("0123456789") == std::string::npos)
      files[end_file(word)].push_back(word);
  for (auto& [name, list] : files) {
    std::ranges::sort(list);
    std::string text;
    base::JsonWriter json(text);
    json.begin_array();
    for (const std::string_view word : list) json.value(word);
    json.end_array();
    output_({"search/ends/" + name + ".json", std::move(text) + '\n'});
  }
}

} // namespace tela::publish
