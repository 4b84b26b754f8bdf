#include "publish/search_index.h"

#include "base/error.h"
#include "base/json.h"
#include "base/utf8.h"
#include "publish/html.h"

#include <algorithm>
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

} // namespace

std::string word_file(std::string_view word) {
  std::size_t at = 0;
  const char32_t first = base::next_code_point(word, at);
  const char32_t second = base::next_code_point(word, at);
  if (is_plain(first) && is_plain(second)) return std::string(word.substr(0, 2));
  std::array<char, 20> hex{};
  auto* end = std::to_chars(hex.data(), hex.data() + hex.size(), std::uint32_t{first}, 16).ptr;
  *end++ = '-';
  end = std::to_chars(end, hex.data() + hex.size(), std::uint32_t{second}, 16).ptr;
  return 'u' + std::string(hex.data(), end);
}

void SearchIndex::add(const SearchEntry& entry) {
  if (entry.rank >= ranks_.size()) ranks_.resize(entry.rank + 1);
  Rank& rank = ranks_[entry.rank];
  const std::uint32_t number = (entry.rank << rank_shift) + rank.pages;
  if (rank.pages + 1 == std::uint32_t{1} << rank_shift || entry.rank > 255)
    throw base::Error(base::Failure::limit, "too many pages for one search index",
                      "publish a part of the data");
  for (const std::string& word : entry.words) {
    auto& pages = postings_[word];
    if (pages.empty() || pages.back() != number) pages.push_back(number);
  }
  rank.file += rank.file.empty() ? "[" : ",\n";
  base::JsonWriter json(rank.file);
  json.begin_array().value(entry.path);
  append_name(json, entry.name);
  json.end_array();
  if (++rank.pages % pages_a_file == 0) end_file(entry.rank);
}

void SearchIndex::end_file(std::uint32_t rank) {
  const std::uint32_t number = (ranks_[rank].pages - 1) / pages_a_file;
  output_({"search/pages/" + std::to_string(rank) + '-' + std::to_string(number) + ".json",
           std::move(ranks_[rank].file) + "]\n"});
  ranks_[rank].file.clear();
}

void SearchIndex::finish() {
  for (std::uint32_t rank = 0; rank < ranks_.size(); ++rank)
    if (!ranks_[rank].file.empty()) end_file(rank);
  write_words();
}

void SearchIndex::write_words() {
  std::map<std::string, std::vector<std::string_view>> files;
  for (const auto& [word, pages] : postings_) files[word_file(word)].push_back(word);
  std::size_t long_lists = 0;
  for (auto& [name, list] : files) {
    std::ranges::sort(list);
    std::string text;
    base::JsonWriter json(text);
    json.begin_object();
    for (const std::string_view word : list) {
      auto& pages = postings_.find(std::string(word))->second;
      json.key(word);
      if (pages.size() < long_list) {
        json.raw(list_of(pages));
        continue;
      }
      output_({"search/long/" + std::to_string(long_lists) + ".json", list_of(pages) + '\n'});
      json.value(long_lists++);
    }
    json.end_object();
    output_({"search/words/" + name + ".json", std::move(text) + '\n'});
  }
}

} // namespace tela::publish
