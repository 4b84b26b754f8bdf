#include "events/stated_counts.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace tela::events {

namespace {

struct Number : Range {
  std::size_t value = 0;
};

std::optional<Number> number_at(const Report& report, std::uint32_t token) {
  const auto tokens = report.passage().tokens();
  const auto hit = report.gazetteer().lexicon().numeral(tokens, token);
  if (hit.kind == Lexicon::Numeral::cardinal)
    return Number{{token, token + static_cast<std::uint32_t>(hit.length)},
                  static_cast<std::size_t>(hit.value)};
  if (!tokens[token].number) return {};
  const auto text = report.passage().text(tokens[token]);
  Number number{{token, token + 1}, 0};
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number.value);
  if (result.ec != std::errc()) return {};
  return number;
}

} // namespace

std::vector<std::size_t> stated_counts(const Report& report) {
  constexpr std::uint32_t reach = 3; // "11 Central American countries"
  std::vector<std::size_t> counts;
  const auto tokens = report.passage().tokens();
  for (std::uint32_t token = 0; token < tokens.size(); ++token) {
    if (!report.passage().in_report(token)) continue;
    const auto number = number_at(report, token);
    if (!number || std::find(counts.begin(), counts.end(), number->value) != counts.end()) continue;
    const Range behind{number->last, std::min(number->last + reach, report.sentence(token).last)};
    if (report.cues().any(Cue::state_noun, behind)) counts.push_back(number->value);
  }
  return counts;
}

} // namespace tela::events
