#include "events/link.h"

#include "events/event_reader.h"
#include "events/report.h"

#include <string>

namespace tela::events {

namespace {

/// Words and marks up to which an article is read for its meetings: fifty pages of print. The
/// readers of events compare names with each other, which must not grow without bound.
constexpr std::size_t longest_article = 20'000;

records::Warning too_long() {
  return {"long-article",
          "the text has more than " + std::to_string(longest_article) +
              " words and was not read for its meetings",
          {}};
}

} // namespace

gazetteer::Links link(const records::Record& record, const Gazetteer& gazetteer) {
  const Passage passage(record, gazetteer.lexicon().words());
  const Names names = find_names(passage, gazetteer);
  auto links = link_entities(record, passage, names, gazetteer);
  const auto* article = record.article();
  if (article == nullptr || !record.links.events.empty()) return links;
  if (passage.tokens().size() <= longest_article)
    links.events = read_events(Report(passage, names, gazetteer, *article));
  else
    links.warnings.push_back(too_long());
  return links;
}

} // namespace tela::events
