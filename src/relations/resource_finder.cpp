#include "relations/resource_finder.h"

#include "base/error.h"
#include "base/label_key.h"
#include "base/require.h"
#include "rdf/namespaces.h"
#include "relations/node_description.h"
#include "relations/store_reader.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace tela::relations {

namespace {

using rdf::Id;
using store::Store;

/// Where things are spelt, best first: codes, labels, other names.
constexpr std::array<std::pair<std::string_view, int>, 8> spelling_properties{{
    {vocabulary::dcterms::identifier, 0},
    {vocabulary::skos::notation, 0},
    {rdf::rdfs_label, 1},
    {vocabulary::skos::pref_label, 1},
    {vocabulary::dcterms::title, 1},
    {vocabulary::skos::alt_label, 2},
    {vocabulary::acronym, 2},
    {vocabulary::former_name, 2},
}};
constexpr int worst_rank = 2;

/// The classes of what parameters ask for.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kinds{{
    {"state", vocabulary::classes::country},
    {"territory", vocabulary::classes::country},
    {"process", vocabulary::classes::process},
    {"organisation", vocabulary::classes::organisation},
    {"meeting", vocabulary::classes::meeting},
    {"project", vocabulary::classes::project},
    {"theme", vocabulary::skos::concept_class},
    {"region", vocabulary::classes::region},
}};

struct Spelling {
  std::size_t thing = 0;
  int rank = 0;
  std::string key;
};

std::vector<Spelling> spellings_of(const Store& store, std::span<const Id> things) {
  std::vector<Spelling> spellings;
  std::vector<Id> literals;
  for (const auto& [property, rank] : spelling_properties)
    for_each_object(store, id_of(store, property), things, [&, of_rank = rank](auto i, Id literal) {
      spellings.push_back({i, of_rank, {}});
      literals.push_back(literal);
    });
  const std::vector<std::string> written = texts(store, literals);
  for (std::size_t i = 0; i < written.size(); ++i) spellings[i].key = base::label_key(written[i]);
  return spellings;
}

/// The things that are spelt so, of the best rank that has any; each once, ascending.
std::vector<std::size_t> things_spelt(const std::vector<Spelling>& spellings,
                                      std::string_view key) {
  std::vector<std::size_t> found;
  for (int rank = 0; rank <= worst_rank && found.empty() && !key.empty(); ++rank)
    for (const Spelling& spelling : spellings)
      if (spelling.rank == rank && spelling.key == key) found.push_back(spelling.thing);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

/// How many letters must be put in, left out or exchanged (Levenshtein). Cost: the product of the
/// lengths.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

/// How far a spelling is from what was asked for; nothing when it is too far.
std::optional<std::size_t> distance(std::string_view key, std::string_view wanted) {
  constexpr std::size_t longest = 80;
  constexpr std::size_t shortest_part = 3;
  const std::size_t allowed = wanted.size() < 5 ? 1 : 2 + wanted.size() / 12;
  const std::size_t longer = std::max(key.size(), wanted.size());
  const std::size_t shorter = std::min(key.size(), wanted.size());
  if (wanted.size() >= shortest_part && key.find(wanted) != std::string_view::npos)
    return allowed + 1; // "Salvador"
  if (longer > longest || longer - shorter > allowed) return std::nullopt;
  const std::size_t edits = edit_distance(key, wanted);
  return edits <= allowed && edits < wanted.size() ? std::optional(edits) : std::nullopt;
}

/// "HN, Honduras".
std::string description(const Store& store, Id thing) {
  const std::string label = labels(store, std::span(&thing, 1), "en").front();
  const std::string iri = texts(store, std::span(&thing, 1)).front();
  const std::string name = iri.substr(iri.find_last_of("/#") + 1);
  return label.empty() ? name : name + ", " + label;
}

std::string list(const Store& store, std::span<const Id> things,
                 const std::vector<std::size_t>& found) {
  constexpr std::size_t shown = 3;
  std::string text;
  for (std::size_t i = 0; i < std::min(shown, found.size()); ++i)
    text += (i == 0 ? "" : "; ") + description(store, things[found[i]]);
  return text;
}

std::vector<std::size_t> nearest(const std::vector<Spelling>& spellings, std::string_view wanted) {
  std::vector<std::pair<std::size_t, std::size_t>> near; // distance, thing
  for (const Spelling& spelling : spellings)
    if (const auto far = distance(spelling.key, wanted)) near.emplace_back(*far, spelling.thing);
  std::sort(near.begin(), near.end());
  std::vector<std::size_t> things;
  for (const auto& [far, thing] : near)
    if (std::find(things.begin(), things.end(), thing) == things.end()) things.push_back(thing);
  return things;
}

[[noreturn]] void refuse(const Store& store, std::span<const Id> things,
                         const std::vector<Spelling>& spellings, std::string_view what,
                         std::string_view name) {
  // Of "state:XY" only XY may be misspelt.
  const bool has_kind = name.starts_with(what) && name.substr(what.size()).starts_with(':');
  const std::string_view spelt = has_kind ? name.substr(what.size() + 1) : name;
  const auto near =
      spelt.empty() ? std::vector<std::size_t>() : nearest(spellings, base::label_key(spelt));
  throw base::Error(base::Failure::usage,
                    "no " + std::string(what) + " '" + std::string(name) + "' here",
                    near.empty() ? "give a code such as HN, a name, or the IRI"
                                 : "did you mean " + list(store, things, near) + "?");
}

/// The thing whose IRI is `name`, or ends in it.
std::optional<std::size_t> by_iri(const std::vector<std::string>& iris, std::string_view name) {
  const std::string end = "/" + std::string(name);
  for (std::size_t i = 0; i < iris.size(); ++i)
    if (iris[i] == name || iris[i].ends_with(end) || node_token(iris[i]) == name) return i;
  return std::nullopt;
}

} // namespace

std::size_t find_thing(const Store& store, std::span<const Id> things, std::string_view what,
                       std::string_view name) {
  base::require([&] { return std::ranges::is_sorted(things); }, "`things` ascending");
  if (name.starts_with('<') && name.ends_with('>')) name = name.substr(1, name.size() - 2);
  if (const auto found = by_iri(texts(store, things), name)) return *found;
  const std::vector<Spelling> spellings = spellings_of(store, things);
  const auto found = things_spelt(spellings, base::label_key(name));
  if (found.empty()) refuse(store, things, spellings, what, name);
  if (found.size() > 1)
    throw base::Error(base::Failure::usage,
                      "'" + std::string(name) + "' may be " + list(store, things, found),
                      "give the code or the IRI of one");
  return found.front();
}

std::optional<std::string_view> class_of_kind(std::string_view kind) {
  const auto* known = std::find_if(kinds.begin(), kinds.end(),
                                   [kind](const auto& entry) { return entry.first == kind; });
  return known == kinds.end() ? std::nullopt : std::optional(known->second);
}

std::string iri_of_thing(const Store& store, std::string_view kind, std::string_view name) {
  const auto known = class_of_kind(kind);
  if (!known) return std::string(name);
  const std::vector<Id> things = instances(store, *known);
  if (things.empty()) return std::string(name);
  const Id thing = things[find_thing(store, things, kind, name)];
  return texts(store, std::span(&thing, 1)).front();
}

ParameterValues values_by_name(const Store& store, const engine::SavedQuery& query,
                               ParameterValues values) {
  for (auto& [name, value] : values) {
    const auto parameter = std::ranges::find(query.parameters, name, &engine::QueryParameter::name);
    if (parameter != query.parameters.end()) value = iri_of_thing(store, parameter->type, value);
  }
  return values;
}

} // namespace tela::relations
