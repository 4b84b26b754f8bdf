#include "relations/tie_filter.h"

#include "base/error.h"
#include "relations/id_index.h"
#include "relations/periods.h"
#include "relations/resource_finder.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <algorithm>

namespace tela::relations {

namespace {

using rdf::Id;
using store::Store;

[[noreturn]] void refuse(std::string_view what, std::string_view value, std::string advice) {
  throw base::Error(base::Failure::usage,
                    "no " + std::string(what) + " \"" + std::string(value) + "\" here",
                    std::move(advice));
}

Role role_named(std::string_view name) {
  if (name == "member") return Role::member;
  if (name == "observer") return Role::observer;
  if (name == "any") return Role::any;
  refuse("role", name, "take member, observer or any");
}

std::size_t find_region(const Store& store, const std::vector<Id>& regions, std::string_view name) {
  if (regions.empty())
    refuse("region", name, "the store has no regions; build it with records or the gazetteer");
  return find_thing(store, regions, "region", name);
}

// The region of that code or name and all that lies in it, however deep.
std::vector<Id> places_in(const Store& store, const std::string& code) {
  const std::vector<Id> regions = instances(store, vocabulary::classes::region);
  std::vector<Id> found{regions.at(find_region(store, regions, code))};
  const Id within = id_of(store, vocabulary::schema::contained_in_place);
  for (std::size_t at = 0; at < found.size(); ++at)
    for (const Id place : subjects(store, within, found[at]))
      if (std::find(found.begin(), found.end(), place) == found.end()) found.push_back(place);
  make_set(found);
  return found;
}

// The projects that are counted in one of the places.
std::vector<Id> projects_in(const Store& store, const std::vector<Id>& places) {
  std::vector<Id> found;
  for (const Id place : places) {
    const auto some = subjects(store, id_of(store, vocabulary::region), place);
    found.insert(found.end(), some.begin(), some.end());
  }
  make_set(found);
  return found;
}

// The projects with a concept such as tela:activeStatus.
std::vector<Id> with_concept(const Store& store, std::string_view predicate, std::string_view what,
                             const std::string& value) {
  const std::string suffix = what == "status" ? "Status" : "Coverage";
  const std::string iri = "https://w3id.org/tela/ontology#" + value + suffix;
  auto found = subjects(store, id_of(store, predicate), id_of(store, iri));
  if (found.empty()) refuse(what, value, "look at the values with tela query");
  return found;
}

void narrow(std::optional<std::vector<Id>>& allowed, std::vector<Id> more) {
  if (!allowed) {
    allowed = std::move(more);
  } else {
    std::erase_if(*allowed,
                  [&](Id id) { return !std::binary_search(more.begin(), more.end(), id); });
  }
}

// The graphs whose facts no page was seen for.
std::vector<Id> graphs_of_general_knowledge(const Store& store) {
  std::vector<Id> found =
      subjects(store, id_of(store, vocabulary::basis), id_of(store, vocabulary::general_knowledge));
  const std::vector<Id> graphs = store.named_graphs();
  std::erase_if(found, [&](Id id) { return !std::ranges::binary_search(graphs, id); });
  return found;
}

std::vector<Id> graphs_left_out(const Store& store, const std::vector<std::string>& included) {
  for (const std::string& basis : included)
    if (basis != "general-knowledge") refuse("basis to include", basis, "take general-knowledge");
  return included.empty() ? graphs_of_general_knowledge(store) : std::vector<Id>();
}

} // namespace

void read_condition(std::string_view text, Conditions& conditions) {
  const auto equals = text.find('=');
  const std::string_view key = text.substr(0, equals);
  const std::string_view value = equals == std::string_view::npos ? "" : text.substr(equals + 1);
  if (key == "region") {
    conditions.region = value;
  } else if (key == "status") {
    conditions.status = value;
  } else if (key == "coverage") {
    conditions.coverage = value;
  } else if (key == "year" || key == "period") {
    conditions.period = period_named(value);
  } else if (key == "role") {
    conditions.role = role_named(value);
  } else {
    refuse("condition", text, "take region=, status=, coverage=, year=, period= or role=");
  }
}

TieFilter tie_filter(const Store& store, Actors actors, const Conditions& conditions) {
  TieFilter filter;
  filter.period = conditions.period;
  filter.graphs_left_out = graphs_left_out(store, conditions.include);
  // Projects are the actors of their own network and the events of every other.
  auto& projects = actors == Actors::projects ? filter.actors : filter.events;
  if (!conditions.region.empty()) {
    const std::vector<Id> places = places_in(store, conditions.region);
    narrow(filter.actors, actors == Actors::states ? places : projects_in(store, places));
  }
  if (!conditions.status.empty())
    narrow(projects, with_concept(store, vocabulary::status, "status", conditions.status));
  if (!conditions.coverage.empty())
    narrow(projects, with_concept(store, vocabulary::coverage, "coverage", conditions.coverage));
  return filter;
}

} // namespace tela::relations
