#include "relations/periods.h"

#include "base/error.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

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

} // namespace

std::vector<Period> periods(const store::Store& store, std::span<const rdf::Id> subjects) {
  std::vector<Period> result(subjects.size());
  std::vector<bool> known(subjects.size(), false);
  const auto take = [&](std::string_view predicate, auto set) {
    const auto found = days(store, predicate, subjects);
    for (std::size_t i = 0; i < found.size(); ++i)
      if (found[i]) {
        set(result[i], *found[i], known[i]);
        known[i] = true;
      }
  };
  const auto set_start = [](Period& period, const Period& days, bool) {
    period.first = days.first;
  };
  const auto set_end = [](Period& period, const Period& days, bool) { period.last = days.last; };
  const auto set_both = [](Period& period, const Period& days, bool known) {
    if (!known) period = days;
  };
  take(vocabulary::start_year, set_start);
  take(vocabulary::end_year, set_end);
  take(vocabulary::schema::start_date, set_start);
  take(vocabulary::schema::end_date, set_end);
  take(vocabulary::allocation_year, set_both);
  take(vocabulary::schema::date_published, set_both);
  return result;
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
