#include "relations/node_description.h"

#include "base/require.h"
#include "rdf/namespaces.h"
#include "relations/class_tree.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <algorithm>
#include <map>
#include <unordered_set>
#include <utility>

namespace tela::relations {

namespace {

using network::NodeTable;
using network::Value;
using network::ValueType;
using rdf::Id;
using store::Store;

constexpr std::string_view sub_class_of = "http://www.w3.org/2000/01/rdf-schema#subClassOf";

void append_escaped(std::string& token, std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_') {
      token += c;
    } else {
      token += '_';
      token += hex[byte >> 4U];
      token += hex[byte & 15U];
    }
  }
}

// Adds a text column unless all its cells are empty.
void add_texts(NodeTable& nodes, const char* name, const std::vector<std::string>& cells) {
  if (std::all_of(cells.begin(), cells.end(), [](const auto& cell) { return cell.empty(); }))
    return;
  network::Column& column = nodes.add_column({name, ValueType::text});
  for (const std::string& cell : cells)
    column.push(cell.empty() ? Value() : Value(std::string_view(cell)));
}

// Labels of any ids, which may repeat or be undefined.
std::vector<std::string> labels_of(const Store& store, const std::vector<Id>& ids,
                                   std::string_view language) {
  std::vector<Id> distinct;
  std::copy_if(ids.begin(), ids.end(), std::back_inserter(distinct),
               [](Id id) { return id.defined(); });
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  std::vector<std::string> known = labels(store, distinct, language);
  const std::vector<std::string> iris = texts(store, distinct);
  for (std::size_t i = 0; i < known.size(); ++i) // concepts of the ontology are not in every store
    if (known[i].empty()) known[i] = iris[i].substr(iris[i].find_last_of("/#") + 1);
  std::vector<std::string> result(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (ids[i].defined()) {
      const auto at = std::lower_bound(distinct.begin(), distinct.end(), ids[i]);
      result[i] = known[static_cast<std::size_t>(at - distinct.begin())];
    }
  return result;
}

std::vector<std::string> labels_of_objects(const Store& store, std::span<const Id> things,
                                           std::string_view predicate, std::string_view language) {
  return labels_of(store, first_objects(store, id_of(store, predicate), things), language);
}

Id parent(const Store& store, Id within, Id place) {
  return first_objects(store, within, std::span(&place, 1)).front();
}

// The place above, and the one below the world.
void add_regions(const Store& store, std::span<const Id> things, std::string_view language,
                 NodeTable& nodes) {
  const Id within = id_of(store, vocabulary::schema::contained_in_place);
  const std::vector<Id> regions = first_objects(store, within, things);
  std::vector<Id> continents = regions;
  for (Id& place : continents)
    // The M49 tree is five deep; the bound is against a circle in foreign data.
    for (int steps = 0; place.defined() && steps < 8; ++steps) {
      const Id above = parent(store, within, place);
      if (!above.defined() || !parent(store, within, above).defined()) break;
      place = above;
    }
  add_texts(nodes, "region", labels_of(store, regions, language));
  add_texts(nodes, "continent", labels_of(store, continents, language));
}

// As the store tells.
ClassTree class_tree(const Store& store) {
  std::map<ClassTree::Class, std::uint64_t> counts;
  for (const auto& [id, count] : store.classes()) counts.emplace(id.bits(), count);
  const Id below = id_of(store, sub_class_of);
  return {[&store, below](ClassTree::Class lower, const auto& visit) {
            const Id id = Id::from_bits(lower);
            for_each_object(store, below, std::span(&id, 1),
                            [&](std::size_t, Id upper) { visit(upper.bits()); });
          },
          std::move(counts)};
}

// The most special class of each thing, by name.
std::vector<std::string> types(const Store& store, std::span<const Id> things) {
  ClassTree tree = class_tree(store);
  std::vector<Id> classes(things.size());
  for_each_object(store, id_of(store, rdf::rdf_type), things, [&](std::size_t i, Id object) {
    if (!classes[i].defined() || tree.is_more_special(object.bits(), classes[i].bits()))
      classes[i] = object;
  });
  std::vector<std::string> names = texts(store, classes);
  for (std::string& name : names) name.erase(0, name.find_last_of("/#") + 1);
  return names;
}

} // namespace

std::string node_token(std::string_view iri) {
  while (iri.ends_with('/')) iri.remove_suffix(1);
  const auto last = iri.find_last_of("/#");
  std::string token;
  if (last == std::string_view::npos || last == 0) {
    append_escaped(token, iri);
    return token.empty() ? "node" : token;
  }
  const auto before = iri.find_last_of("/#", last - 1);
  const std::string_view folder =
      iri.substr(before == std::string_view::npos ? 0 : before + 1, last - (before + 1));
  append_escaped(token, folder);
  token += ':';
  append_escaped(token, iri.substr(last + 1));
  return token;
}

NodeTable describe(const Store& store, std::span<const Id> things, std::string_view language) {
  base::require([&] { return std::ranges::is_sorted(things); }, "`things` ascending");
  const std::vector<std::string> names = labels(store, things, language);
  const std::vector<std::string> iris = texts(store, things);
  NodeTable nodes;
  std::unordered_set<std::string> taken;
  for (std::size_t i = 0; i < things.size(); ++i) {
    std::string token = node_token(iris[i]);
    if (!taken.insert(token).second) { // two IRIs that end alike: the whole one then
      token.clear();
      append_escaped(token, iris[i]);
      taken.insert(token);
    }
    const std::string& label = names[i].empty() ? token : names[i];
    nodes.add({token, label, things[i].tag() == rdf::IdTag::iri ? iris[i] : "", {}});
  }
  const Id identifier = id_of(store, vocabulary::dcterms::identifier);
  add_texts(nodes, "code", texts(store, first_objects(store, identifier, things)));
  add_texts(nodes, "type", types(store, things));
  add_regions(store, things, language, nodes);
  for (const auto& [column, predicate] :
       {std::pair("status", vocabulary::status), std::pair("coverage", vocabulary::coverage),
        std::pair("theme", vocabulary::theme)})
    add_texts(nodes, column, labels_of_objects(store, things, predicate, language));
  return nodes;
}

} // namespace tela::relations
