#include "relations/why.h"

#include "base/error.h"
#include "relations/periods.h"
#include "relations/resource_finder.h"
#include "vocabulary/reused.h"

#include <algorithm>
#include <array>

namespace tela::relations {

namespace {

using rdf::Id;
using store::Store;

// The words by which a source ties `event` to `actor`: mentions, their targets, selectors, quotes.
std::vector<std::string> quotes(const Store& store, Id event, Id actor) {
  std::vector<Id> mentions = subjects(store, id_of(store, vocabulary::reification::subject), event);
  const auto of_actor = subjects(store, id_of(store, vocabulary::reification::object), actor);
  std::erase_if(mentions,
                [&](Id id) { return !std::binary_search(of_actor.begin(), of_actor.end(), id); });
  std::vector<Id> step = mentions;
  for (const auto property :
       {vocabulary::oa::has_target, vocabulary::oa::has_selector, vocabulary::oa::exact}) {
    std::sort(step.begin(), step.end());
    std::vector<Id> next;
    for_each_object(store, id_of(store, property), step,
                    [&](std::size_t, Id object) { next.push_back(object); });
    step = std::move(next);
  }
  std::vector<std::string> words = texts(store, step);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

void append_reasons(const Store& store, const TwoMode& read, const std::string& kind,
                    std::array<network::Node, 2> pair, std::string_view language,
                    std::vector<Reason>& reasons) {
  const auto shared = shared_events(read.graph, pair[0], pair[1]);
  std::vector<Id> events;
  events.reserve(shared.size());
  for (const auto& event : shared) events.push_back(read.events[event.event]);
  const auto iris = texts(store, events);
  const auto names = labels(store, events, language);
  const auto said = periods_as_said(store, events);
  const auto pages =
      texts(store, first_objects(store, id_of(store, vocabulary::foaf::page), events));
  for (std::size_t i = 0; i < shared.size(); ++i) {
    Reason reason{kind, iris[i], names[i], shared[i].period, said[i], pages[i], {}};
    for (const network::Node actor : pair)
      for (std::string& quote : quotes(store, events[i], read.actors[actor]))
        reason.quotes.push_back(std::move(quote));
    reasons.push_back(std::move(reason));
  }
}

} // namespace

Why why(const Store& store, const WhyOptions& options, std::string_view first,
        std::string_view second) {
  const TieFilter filter = tie_filter(store, options.actors, options.where);
  std::vector<RawTies> ties;
  std::vector<std::string> kinds;
  for (const std::string& by : options.by) {
    const Relation tied = relation(options.actors, by, options.where.role);
    kinds.push_back(tied.kind);
    ties.push_back(read_ties(store, tied, filter));
  }
  const std::vector<Id> actors = all_actors(ties);
  const auto actor = [&](std::string_view name) {
    return static_cast<network::Node>(find_thing(store, actors, singular(options.actors), name));
  };
  const std::array pair{actor(first), actor(second)};
  Why result;
  std::array both{actors[pair[0]], actors[pair[1]]};
  result.first_label = labels(store, std::span(both).first(1), options.language).front();
  if (pair[0] == pair[1])
    throw base::Error(base::Failure::usage,
                      "'" + std::string(first) + "' and '" + std::string(second) + "' are both " +
                          result.first_label,
                      "name two that differ");
  result.second_label = labels(store, std::span(both).last(1), options.language).front();
  for (std::size_t r = 0; r < ties.size(); ++r) {
    const auto when = periods(store, ties[r].events);
    TwoMode read = two_mode(std::move(ties[r]), actors, {}, when);
    if (options.where.period) read.graph = read.graph.during(*options.where.period);
    append_reasons(store, read, kinds[r], pair, options.language, result.reasons);
  }
  return result;
}

} // namespace tela::relations
