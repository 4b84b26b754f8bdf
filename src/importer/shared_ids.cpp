#include "importer/likely_twins.h"
#include "iris/iri_text.h"
#include "mapping/names.h"
#include "vocabulary/reused.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace tela::importer {

namespace {

/// Finds what several sources say of one thing in one language.
class SharedIds {
 public:
  explicit SharedIds(const store::Store& store)
      : store_(store), source_(store.find(rdf::iri(vocabulary::prov::was_derived_from))),
        language_(store.find(rdf::iri(vocabulary::dcterms::language))) {}

  std::optional<std::string> note() {
    const auto topic = store_.find(rdf::iri(vocabulary::foaf::primary_topic));
    if (!topic || !source_) return std::nullopt;
    std::vector<rdf::Id> records;
    rdf::Id thing;
    auto cursor = store_.scan(rdf::Order::pos, std::array{*topic});
    for (auto rows = cursor.next(); rows.count != 0; rows = cursor.next())
      for (std::size_t i = 0; i < rows.count; ++i) {
        if (rows.columns[1][i] != thing) add(thing, std::exchange(records, {}));
        thing = rows.columns[1][i];
        if (records.empty() || records.back() != rows.columns[2][i])
          records.push_back(rows.columns[2][i]);
      }
    add(thing, records);
    if (count_ == 0) return std::nullopt;
    return (count_ == 1 ? "1 record has" : std::to_string(count_) + " records have") +
           " the id or the address of one in another source and its language: they "
           "tell of one thing (" +
           examples_ + (count_ > shown ? ", …)" : ")");
  }

 private:
  static constexpr std::uint64_t shown = 5;
  /// Sources by language; one record that several sources have counts for each.
  using Sources = std::set<std::pair<std::uint64_t, std::uint64_t>>;

  void add(rdf::Id thing, const std::vector<rdf::Id>& records) {
    Sources sources;
    for (const rdf::Id record : records) {
      std::uint64_t language = 0;
      if (language_) for_each(record, *language_, [&](rdf::Id id) { language = id.bits(); });
      for_each(record, *source_, [&](rdf::Id id) { sources.emplace(language, id.bits()); });
    }
    for (auto at = sources.begin(); at != sources.end(); ++at)
      if (at != sources.begin() && std::prev(at)->first == at->first) count(thing);
  }

  void for_each(rdf::Id subject, rdf::Id predicate,
                const std::function<void(rdf::Id)>& visit) const {
    auto cursor = store_.scan(rdf::Order::pso, std::array{predicate, subject});
    for (auto rows = cursor.next(); rows.count != 0; rows = cursor.next())
      for (std::size_t i = 0; i < rows.count; ++i) visit(rows.columns[2][i]);
  }

  void count(rdf::Id thing) {
    if (++count_ > shown) return;
    rdf::Term term;
    if (!examples_.empty()) examples_ += ", ";
    examples_ += iris::last_part(store_.term(thing, term).value);
  }

  const store::Store& store_;
  std::optional<rdf::Id> source_, language_;
  std::uint64_t count_ = 0;
  std::string examples_;
};

} // namespace

std::optional<std::string> shared_ids(const store::Store& store) {
  return SharedIds(store).note();
}

} // namespace tela::importer
