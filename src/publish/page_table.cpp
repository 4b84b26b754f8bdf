#include "publish/page_table.h"

#include "base/ascii.h"
#include "publish/page_path.h"
#include "rdf/order.h"

#include <algorithm>

namespace tela::publish {

// Terms of the ontology may lie between the documents but never within one: starts_ counts them in,
// and resources() ends before them.
void PageTable::read_subjects() {
  store::Cursor cursor = store_.scan(rdf::Order::spo, {}, {}, {0});
  for (rdf::Rows rows = cursor.next(); rows.count != 0; rows = cursor.next())
    for (std::size_t i = 0; i < rows.count; ++i) {
      const rdf::Id subject = rows.columns[0][i];
      if (subject.tag() == rdf::IdTag::iri && (subjects_.empty() || subjects_.back() != subject))
        subjects_.push_back(subject);
    }
  pages_.assign(subjects_.size(), no_page);
}

void PageTable::add(std::size_t number, std::string_view iri, bool is_term) {
  if (is_term) {
    document_.clear();
    return;
  }
  const std::string_view document = document_of(iri);
  if (document != document_) begin_page(number, document);
  pages_[number] = static_cast<PageNumber>(starts_.size() - 1);
}

void PageTable::begin_page(std::size_t number, std::string_view document) {
  starts_.push_back(static_cast<std::uint32_t>(number));
  document_ = document;
  // Some file systems do not tell A from a.
  const std::string place = base::ascii_lower(natural_path(document, base_).value_or(document_));
  if (!taken_.insert(std::hash<std::string>{}(place)).second)
    clashing_.insert(static_cast<PageNumber>(starts_.size() - 1));
}

void PageTable::finish() {
  starts_.push_back(static_cast<std::uint32_t>(subjects_.size()));
  taken_ = {};
  document_ = {};
}

std::size_t PageTable::subject_number(rdf::Id id) const {
  const auto found = std::ranges::lower_bound(subjects_, id);
  return found != subjects_.end() && *found == id
             ? static_cast<std::size_t>(found - subjects_.begin())
             : subjects_.size();
}

std::span<const rdf::Id> PageTable::resources(PageNumber page) const {
  const std::size_t first = starts_[page];
  std::size_t end = starts_[page + 1];
  while (end > first && pages_[end - 1] != page) --end; // terms of the ontology behind it
  return std::span(subjects_).subspan(first, end - first);
}

std::string PageTable::path(PageNumber page, std::string_view iri) const {
  if (clashing_.contains(page)) {
    rdf::Term first;
    return hashed_path(store_.term(subjects_[starts_[page]], first).value);
  }
  const std::string_view document = document_of(iri);
  if (auto natural = natural_path(document, base_)) return *std::move(natural);
  return hashed_path(document);
}

} // namespace tela::publish
