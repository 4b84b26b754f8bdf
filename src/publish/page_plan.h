#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tela::publish {

/// What a column of a section shows of its row.
enum class Show : std::uint8_t {
  name,     ///< the thing itself
  values,   ///< what its properties lead to
  others,   ///< the same without the page's own thing
  span,     ///< from its first property to its second; without these, from its third to its fourth
  money,    ///< amounts with their currencies
  count,    ///< how many its properties lead to
  relation, ///< by which properties it leads to the page's thing
};

struct ColumnPlan {
  std::string head; ///< a key of planned_word()
  Show show = Show::name;
  std::vector<std::string> properties; ///< IRIs
};

/// In which order the rows of a section stand: by the first value of its first span.
enum class RowOrder : std::uint8_t { oldest, newest };

/// A table of what leads to a page's thing by some properties: the projects of a state.
struct SectionPlan {
  std::string id, title;             ///< the title is a key of planned_word()
  std::vector<std::string> incoming; ///< IRIs of properties
  RowOrder order = RowOrder::newest;
  bool years_picture = false; ///< whether its span is drawn as lines of years
  std::vector<std::string>
      lasting; ///< IRIs of roles that go on in the picture until an end is known
  std::vector<ColumnPlan> columns;
};

/// What a list of things of a class shows of each.
struct ListPlan {
  std::string of; ///< IRI of the class
  std::vector<ColumnPlan> columns;
};

/// What the results of a search are narrowed by: the values or the years of some properties.
struct FacetPlan {
  std::string id; ///< in addresses
  ColumnPlan column;
};

/// A place on the web that people know by a name: what begins with `start` is "Wikidata Q783".
struct KnownAddress {
  std::string start, name;
};

/// What pages show and in which order: data/words/pages.json, compiled into the program and read
/// once. IRIs are written out. Immutable.
struct PagePlan {
  std::vector<std::string> kinds; ///< classes that readers come for, in this order
  std::vector<std::string>
      found_first;                   ///< classes whose things a search shows first, in this order
  std::size_t main_kinds = 0;        ///< so many of them are large tiles of the first page
  std::vector<std::string> examples; ///< words to search for, of ASCII letters
  std::vector<std::string> names;    ///< properties that name
  std::vector<std::string> first, last, identifiers, searched; ///< properties of facts
  std::vector<SectionPlan> sections;
  std::vector<ListPlan> lists; ///< of other classes, the names alone
  std::vector<FacetPlan> facets;
  std::vector<KnownAddress> addresses;
};
[[nodiscard]] const PagePlan& page_plan();

} // namespace tela::publish
