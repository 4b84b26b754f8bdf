#include "events/link.h"

#include "events/event_reader.h"
#include "events/meeting.h"
#include "events/report.h"

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

records::Warning too_many() {
  return {"many-meetings",
          "the page tells of " + std::to_string(most_meetings) +
              " meetings or more; what it tells of further ones counts for the first",
          {}};
}

records::Warning unlisted(const gazetteer::Event& event) {
  return {"unlisted-process",
          "the meeting is of “" + event.process_name + "”, a process that is not listed",
          event.process_evidence.span};
}

std::string entity(const Judgement& judgement, const Gazetteer& gazetteer) {
  switch (judgement.question) {
  case Question::process:
    return gazetteer.bodies()[judgement.entity].id;
  case Question::edition:
    return std::to_string(judgement.value);
  case Question::dates:
    return judgement.days;
  default:
    return gazetteer.states()[judgement.entity].iso2;
  }
}

ExplainedJudgement in_words(const Judgement& judgement, const Passage& passage,
                            const Gazetteer& gazetteer, const RuleTable& table) {
  ExplainedJudgement words;
  words.question = judgement.question;
  if (judgement.candidate.last > judgement.candidate.first)
    words.text = passage.text(judgement.candidate);
  words.entity = entity(judgement, gazetteer);
  words.kept_out = judgement.value < 0;
  words.probability = judgement.verdict.probability();
  const auto rules = table.of(judgement.question);
  for (std::size_t index = 0; index < rules.size(); ++index)
    if (judgement.verdict.applied.test(index)) words.rules.push_back(rules[index].id);
  return words;
}

} // namespace

gazetteer::Links link(const records::Record& record, const Gazetteer& gazetteer,
                      const RuleTable& rules) {
  const Passage passage(record, gazetteer.lexicon().words());
  const Names names = find_names(passage, gazetteer);
  auto links = link_entities(record, passage, names, gazetteer);
  const auto* article = record.article();
  if (article == nullptr || !record.links.events.empty()) return links;
  if (passage.tokens().size() <= longest_article)
    links.events = read_events(Report(passage, names, gazetteer, *article, rules)).events;
  else
    links.warnings.push_back(too_long());
  if (links.events.size() == most_meetings) links.warnings.push_back(too_many());
  for (const gazetteer::Event& event : links.events)
    if (!event.process_name.empty()) links.warnings.push_back(unlisted(event));
  return links;
}

std::vector<ExplainedJudgement> explain(const records::Record& record, const Gazetteer& gazetteer,
                                        const RuleTable& rules) {
  const Passage passage(record, gazetteer.lexicon().words());
  const auto* article = record.article();
  if (article == nullptr || passage.tokens().size() > longest_article) return {};
  const Names names = find_names(passage, gazetteer);
  const auto reading = read_events(Report(passage, names, gazetteer, *article, rules));
  std::vector<ExplainedJudgement> explained;
  for (const Judgement& judgement : reading.judgements)
    explained.push_back(in_words(judgement, passage, gazetteer, rules));
  return explained;
}

} // namespace tela::events
