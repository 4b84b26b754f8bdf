#include "records/page_words.h"

#include "base/data_table.h"
#include "records/embedded_pages.h"

namespace tela::records {

namespace {

std::string listing_key(std::string_view kind, std::string_view key) {
  std::string joined(kind);
  joined += ',';
  joined += key;
  return joined;
}

} // namespace

PageWords::PageWords(std::string_view content) {
  const base::DataTable table("data/pages/words.csv", content);
  const std::size_t kind = table.column("kind"), language = table.column("language"),
                    words = table.column("words");
  for (std::size_t index = 0; index < table.size(); ++index) {
    const auto row = table.row(index);
    int number = 0;
    for (const std::string_view word : base::split_names(row.fields[words]))
      listings_[listing_key(row.fields[kind], word)].push_back({row.fields[language], ++number});
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
