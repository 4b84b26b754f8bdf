#pragma once

#include "events/gazetteer_terms.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tela::events {

/// A day of the calendar as far as it is written; 0: not written.
struct Day {
  int day = 0;
  int month = 0;
  int year = 0;
};

/// One day or a stretch of days as a text writes it, and the tokens it takes.
struct WrittenDays : Range {
  Day from, to; ///< the same for one day

  [[nodiscard]] bool one_day() const { return from.day == to.day && from.month == to.month; }
};

/// A tokenised text.
struct TokenText {
  std::string_view text;
  std::span<const Token> tokens;

  [[nodiscard]] std::string_view operator[](std::size_t token) const {
    return text.substr(tokens[token].start, tokens[token].end - tokens[token].start);
  }
};

/// The days that begin at `token`: "du 16 au 17 février 2012", "19-21 November 2018", "les 12 et 13
/// février", "November 14, 2018", "4 October 2018 - Friday, 5 October 2018", "08-11-2016", "del 30
/// de junio al 2 de julio". Nothing when there are none, or the calendar has no such day. Days
/// before the month are read in every language, behind it ("May 3 to 5") only in English.
[[nodiscard]] std::optional<WrittenDays> days_at(const TokenText& text, std::uint32_t token,
                                                 Language language, const Lexicon& lexicon);

/// "2018-11-14"; empty when a part is not known.
[[nodiscard]] std::string iso(const Day& day);

} // namespace tela::events
