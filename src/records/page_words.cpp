#include "records/page_words.h"

#include "base/error.h"
#include "records/embedded_pages.h"

#include <algorithm>

namespace tela::records {

namespace {

std::vector<std::string_view> cut(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(mark, start), text.size());
    parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

std::string listing_key(std::string_view kind, std::string_view key) {
  std::string joined(kind);
  joined += ',';
  joined += key;
  return joined;
}

} // namespace

std::vector<std::vector<std::string_view>>
plain_table(std::string_view name, std::string_view content, std::size_t columns) {
  std::vector<std::vector<std::string_view>> rows;
  std::uint64_t line = 0;
  for (const std::string_view text : cut(content, '\n')) {
    if (++line == 1 || text.empty()) continue;
    auto fields = cut(text, ',');
    if (fields.size() != columns)
      throw base::Error(base::Failure::input, base::Place{std::string(name), line, 1},
                        "a row of " + std::to_string(fields.size()) + " fields, not " +
                            std::to_string(columns),
                        "part fields by commas and words by |, without quotes");
    rows.push_back(std::move(fields));
  }
  return rows;
}

std::vector<std::string_view> alternatives(std::string_view text) {
  return cut(text, '|');
}

PageWords::PageWords(std::string_view table) {
  for (const auto& row : plain_table("data/pages/words.csv", table, 3)) {
    int number = 0;
    for (const std::string_view word : alternatives(row[2]))
      listings_[listing_key(row[0], word)].push_back({std::string(row[1]), ++number});
  }
}

const PageWords& PageWords::built_in() {
  static const PageWords words(embedded_page_table("words.csv"));
  return words;
}

const std::vector<PageWords::Listing>* PageWords::find(std::string_view kind,
                                                       std::string_view key) const {
  const auto found = listings_.find(listing_key(kind, key));
  return found == listings_.end() ? nullptr : &found->second;
}

bool PageWords::has(std::string_view kind, std::string_view key) const {
  return find(kind, key) != nullptr;
}

int PageWords::number(std::string_view kind, std::string_view key) const {
  const auto* listings = find(kind, key);
  return listings == nullptr ? 0 : listings->front().number;
}

std::vector<std::string_view> PageWords::languages(std::string_view kind,
                                                   std::string_view key) const {
  std::vector<std::string_view> found;
  if (const auto* listings = find(kind, key))
    for (const Listing& listing : *listings) found.emplace_back(listing.language);
  return found;
}

} // namespace tela::records
