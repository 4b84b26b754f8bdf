#include "publish/label_table.h"

#include "base/require.h"
#include "rdf/namespaces.h"
#include "relations/store_reader.h"
#include "vocabulary/reused.h"

#include <algorithm>

namespace tela::publish {

namespace {

using Ranks = std::array<std::uint8_t, language_count>;
constexpr std::uint8_t no_label = 255;

// How well a literal in `tag` suits the reader of each language; 0 is best. "es-HN" is Spanish.
Ranks ranks(std::string_view tag) {
  const std::string_view primary = tag.substr(0, tag.find('-'));
  const auto known = std::ranges::find(language_tags, primary) - language_tags.begin();
  Ranks result{};
  for (std::size_t reader = 0; reader < language_count; ++reader)
    result[reader] = static_cast<std::uint8_t>(
        known == static_cast<std::ptrdiff_t>(reader) ? (tag.size() > primary.size() ? 1 : 0)
        : known == 0                                 ? 2
        : tag.empty()                                ? 3
        : known < static_cast<std::ptrdiff_t>(language_count) ? 4
                                                              : 5);
  return result;
}

} // namespace

LabelTable::LabelTable(const store::Store& store, std::span<const rdf::Id> things)
    : labels_(things.size()) {
  base::require([&] { return std::ranges::is_sorted(things); }, "`things` ascending");
  Ranks none;
  none.fill(no_label);
  std::vector<Ranks> best(things.size(), none);
  std::uint8_t worse = 0; // the same rank by a later predicate counts for less
  for (const std::string_view property :
       {rdf::rdfs_label, vocabulary::skos::pref_label, vocabulary::dcterms::title}) {
    relations::for_each_object(
        store, relations::id_of(store, property), things, [&](std::size_t i, rdf::Id label) {
          if (label.tag() == rdf::IdTag::iri || label.tag() == rdf::IdTag::blank) return;
          const Ranks here = ranks(store.literal_kind(label).language);
          for (std::size_t reader = 0; reader < language_count; ++reader) {
            const auto rank = static_cast<std::uint8_t>(3 * here[reader] + worse);
            if (rank >= best[i][reader]) continue;
            best[i][reader] = rank;
            labels_[i][reader] = label;
          }
        });
    ++worse;
  }
}

} // namespace tela::publish
