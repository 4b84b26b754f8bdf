#include "importer/likely_twins.h"

#include "mapping/names.h"
#include "vocabulary/reused.h"

#include <array>
#include <cstdint>
#include <vector>

namespace tela::importer {

namespace {

/// Counts the twins among things that share a title.
class TwinCount {
 public:
  explicit TwinCount(const store::Store& store) : store_(store) {}

  void add(const std::vector<rdf::Id>& things) {
    if (things.size() < 2) return;
    std::string first;
    rdf::Term term;
    for (const rdf::Id id : things) {
      const std::string_view iri = store_.term(id, term).value;
      const std::string_view source = mapping::source_part(iri);
      if (source.empty()) continue;
      if (first.empty())
        first = iri;
      else if (may_be_one(first, iri))
        count(first, iri);
    }
  }

  [[nodiscard]] std::optional<std::string> note() const {
    if (count_ == 0) return std::nullopt;
    return std::to_string(count_) +
           " records without an id have the title of one in another source: likely twins, kept "
           "apart (" +
           examples_ + (count_ > shown ? ", …)" : ")");
  }

 private:
  static constexpr std::uint64_t shown = 5;

  // Of one kind, since all up to the name is the same, and of two sources.
  static bool may_be_one(std::string_view one, std::string_view other) {
    const std::string_view kind = one.substr(0, one.size() - iris::last_part(one).size());
    return other.starts_with(kind) && mapping::source_part(one) != mapping::source_part(other);
  }

  void count(std::string_view one, std::string_view other) {
    if (++count_ > shown) return;
    if (!examples_.empty()) examples_ += ", ";
    (examples_ += iris::last_part(one)) += " and ";
    examples_ += iris::last_part(other);
  }

  const store::Store& store_;
  std::uint64_t count_ = 0;
  std::string examples_;
};

} // namespace

std::optional<std::string> likely_twins(const store::Store& store) {
  const auto title = store.find(rdf::iri(vocabulary::dcterms::title));
  if (!title) return std::nullopt;
  TwinCount twins(store);
  std::vector<rdf::Id> things;
  rdf::Id shared;
  auto cursor = store.scan(rdf::Order::pos, std::array{*title});
  for (auto rows = cursor.next(); rows.count != 0; rows = cursor.next())
    for (std::size_t i = 0; i < rows.count; ++i) {
      if (rows.columns[1][i] != shared) {
        twins.add(things);
        things.clear();
        shared = rows.columns[1][i];
      }
      things.push_back(rows.columns[2][i]);
    }
  twins.add(things);
  return twins.note();
}

} // namespace tela::importer
