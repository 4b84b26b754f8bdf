#include "events/doubt.h"

#include <array>
#include <cstdio>

namespace tela::events {

namespace {

using gazetteer::Evidence;
using gazetteer::StateLink;

std::string two_digits(double value) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "%.2f", value); // NOLINT(*-vararg)
  return text.data();
}

class Doubts {
 public:
  void take(std::string_view part, std::string value, const Evidence& evidence) {
    if (!value.empty() && evidence.score < doubt_limit)
      found_.push_back({part, std::move(value), evidence.quote, evidence.score});
  }
  void take(std::string_view part, const std::vector<StateLink>& links) {
    for (const StateLink& link : links) take(part, link.state->iso2, link.evidence);
  }
  std::vector<DoubtfulLink> found() { return std::move(found_); }

 private:
  std::vector<DoubtfulLink> found_;
};

} // namespace

std::vector<DoubtfulLink> doubtful_links(const gazetteer::Event& event) {
  Doubts doubts;
  if (event.process != nullptr) doubts.take("process", event.process->id, event.process_evidence);
  if (event.edition) doubts.take("edition", std::to_string(*event.edition), event.edition_evidence);
  doubts.take("place", event.place, event.place_evidence);
  doubts.take("dates", event.dates, event.dates_evidence);
  doubts.take("chair", event.chairs);
  doubts.take("participant", event.participants);
  doubts.take("other", event.others);
  return doubts.found();
}

std::optional<records::Warning> doubt_warning(const std::vector<gazetteer::Event>& events) {
  std::string line;
  for (const gazetteer::Event& event : events)
    for (const DoubtfulLink& link : doubtful_links(event)) {
      line += line.empty() ? "doubtful: " : "; ";
      line += std::string(link.part) + ' ' + link.value + " (" + two_digits(link.probability) + ')';
    }
  if (line.empty()) return {};
  return records::Warning{"doubtful-link", line, {}};
}

} // namespace tela::events
