#include "relations/periods.h"

#include "base/error.h"
#include "base/require.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tela::relations {

namespace {

using network::Period;

/// A date of some precision, as the store has it.
struct Said {
  Period days;
  std::string text;
};

/// When a thing began and ended; nothing where the store does not say.
struct Extent {
  std::optional<Said> start, end;
};

/// Takes each subject's first object, where it is a date or a year.
template<class Take>
void take_dates(const store::Store& store, std::string_view predicate,
                std::span<const rdf::Id> subjects, Take take) {
  std::vector<bool> known(subjects.size(), false);
  rdf::Term storage;
  for_each_object(store, id_of(store, predicate), subjects, [&](std::size_t i, rdf::Id object) {
    if (known[i]) return;
    const std::string_view text = store.term(object, storage).value;
    if (const auto days = network::days_of(text)) {
      known[i] = true;
      take(i, Said{*days, std::string(text.substr(0, text.find('T')))});
    }
  });
}

std::vector<Extent> extents(const store::Store& store, std::span<const rdf::Id> subjects) {
  std::vector<Extent> result(subjects.size());
  const auto set_start = [&](std::size_t i, Said said) { result[i].start = std::move(said); };
  const auto set_end = [&](std::size_t i, Said said) { result[i].end = std::move(said); };
  const auto set_both = [&](std::size_t i, const Said& said) {
    if (!result[i].start && !result[i].end) result[i] = {said, said};
  };
  take_dates(store, vocabulary::start_year, subjects, set_start);
  take_dates(store, vocabulary::end_year, subjects, set_end);
  take_dates(store, vocabulary::schema::start_date, subjects, set_start);
  take_dates(store, vocabulary::schema::end_date, subjects, set_end);
  take_dates(store, vocabulary::allocation_year, subjects, set_both);
  take_dates(store, vocabulary::schema::date_published, subjects, set_both);
  // A meeting that has a start alone ended with it, as precisely as the source is.
  const std::vector<rdf::Id> meetings = instances(store, vocabulary::classes::meeting);
  for (std::size_t i = 0; i < subjects.size(); ++i)
    if (!result[i].end && std::ranges::binary_search(meetings, subjects[i]))
      result[i].end = result[i].start;
  return result;
}

} // namespace

std::vector<Period> periods(const store::Store& store, std::span<const rdf::Id> subjects) {
  base::require([&] { return std::ranges::is_sorted(subjects); }, "`subjects` ascending");
  std::vector<Period> result;
  result.reserve(subjects.size());
  for (const auto& [start, end] : extents(store, subjects))
    result.push_back({start ? start->days.first : Period::beginning,
                      end ? end->days.last : Period::end_of_time});
  return result;
}

std::vector<std::string> periods_as_said(const store::Store& store,
                                         std::span<const rdf::Id> subjects) {
  base::require([&] { return std::ranges::is_sorted(subjects); }, "`subjects` ascending");
  std::vector<std::string> result;
  result.reserve(subjects.size());
  for (const auto& [start, end] : extents(store, subjects)) {
    std::string& said = result.emplace_back();
    if (!start && !end) continue;
    said = start ? start->text : "…";
    if (!start || !end || start->text != end->text) said += " to " + (end ? end->text : "…");
  }
  return result;
}

std::vector<rdf::Id> undated_meetings(const store::Store& store, std::span<const rdf::Id> things) {
  base::require([&] { return std::ranges::is_sorted(things); }, "`things` ascending");
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
