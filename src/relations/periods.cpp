#include "relations/periods.h"

#include "base/error.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace tela::relations {

namespace {

using network::Period;

// The days of each subject's first object, where it is a date or a year.
std::vector<std::optional<Period>> days(const store::Store& store, std::string_view predicate,
                                        std::span<const rdf::Id> subjects) {
  std::vector<std::optional<Period>> result(subjects.size());
  rdf::Term storage;
  for_each_object(store, id_of(store, predicate), subjects, [&](std::size_t i, rdf::Id object) {
    if (!result[i]) result[i] = network::days_of(store.term(object, storage).value);
  });
  return result;
}

// Ends the meetings among `subjects` that have a start alone, with what `starts` says of it.
void end_meetings(const store::Store& store, std::span<const rdf::Id> subjects,
                  const std::vector<Period>& starts, std::vector<Period>& periods) {
  const std::vector<rdf::Id> meetings = instances(store, vocabulary::classes::meeting);
  for (std::size_t i = 0; i < subjects.size(); ++i)
    if (periods[i].last == Period::end_of_time && std::ranges::binary_search(meetings, subjects[i]))
      periods[i].last = starts[i].last;
}

} // namespace

std::vector<Period> periods(const store::Store& store, std::span<const rdf::Id> subjects) {
  std::vector<Period> result(subjects.size());
  std::vector<Period> starts(subjects.size()); // as precise as the source is
  std::vector<bool> known(subjects.size(), false);
  const auto take = [&](std::string_view predicate, auto set) {
    const auto found = days(store, predicate, subjects);
    for (std::size_t i = 0; i < found.size(); ++i)
      if (found[i]) {
        set(i, *found[i]);
        known[i] = true;
      }
  };
  const auto set_start = [&](std::size_t i, const Period& days) {
    result[i].first = days.first;
    starts[i] = days;
  };
  const auto set_end = [&](std::size_t i, const Period& days) { result[i].last = days.last; };
  const auto set_both = [&](std::size_t i, const Period& days) {
    if (!known[i]) result[i] = days;
  };
  take(vocabulary::start_year, set_start);
  take(vocabulary::end_year, set_end);
  take(vocabulary::schema::start_date, set_start);
  take(vocabulary::schema::end_date, set_end);
  take(vocabulary::allocation_year, set_both);
  take(vocabulary::schema::date_published, set_both);
  end_meetings(store, subjects, starts, result);
  return result;
}

std::vector<rdf::Id> undated_meetings(const store::Store& store, std::span<const rdf::Id> things) {
  const std::vector<rdf::Id> meetings = instances(store, vocabulary::classes::meeting);
  const std::vector<Period> when = periods(store, things);
  std::vector<rdf::Id> found;
  for (std::size_t i = 0; i < things.size(); ++i)
    if (when[i] == Period{} && std::ranges::binary_search(meetings, things[i]))
      found.push_back(things[i]);
  return found;
}

Period period_named(std::string_view text) {
  const auto dots = text.find("..");
  const auto first = network::days_of(text.substr(0, dots));
  const auto last =
      dots == std::string_view::npos ? first : network::days_of(text.substr(dots + 2));
  if (!first || !last || last->last < first->first)
    throw base::Error(base::Failure::usage, "\"" + std::string(text) + "\" is no period",
                      "write 2015, 2015..2020 or 2015-03-01..2016-12-31");
  return {first->first, last->last};
}

} // namespace tela::relations
