#include "xsd/regex.h"

#include "base/error.h"
#include "xsd/icu_regex.h"
#include "xsd/regex_automaton.h"
#include "xsd/regex_syntax.h"

namespace tela::xsd {

namespace {

/// An automaton where only the fact of a match counts, ICU where the match itself does.
class FastRegex final : public Regex {
 public:
  FastRegex(RegexAutomaton automaton, RegexSyntax syntax, bool literal,
            const base::Cancellation* stop)
      : automaton_(std::move(automaton)), syntax_(std::move(syntax)), literal_(literal),
        stop_(stop) {}

  bool found_in(std::string_view text) const override { return automaton_.found_in(text, stop_); }

  bool replace(std::string_view text, std::string_view replacement,
               const Append& append) const override {
    if (found_in("")) return false;
    if (!icu_) icu_ = make_icu_regex(syntax_, literal_, stop_);
    return icu_->replace(text, replacement, append);
  }

  std::size_t bytes() const override { return automaton_.bytes() + (icu_ ? icu_->bytes() : 0); }

 private:
  mutable RegexAutomaton automaton_;
  RegexSyntax syntax_;
  bool literal_;
  const base::Cancellation* stop_;
  mutable std::unique_ptr<Regex> icu_;
};

} // namespace

std::unique_ptr<Regex> Regex::compile(std::string_view pattern, std::string_view flags,
                                      const base::Cancellation* stop) {
  const RegexFlags parsed = parse_regex_flags(flags);
  if (pattern.size() > max_pattern_bytes)
    throw base::Error(base::Failure::limit,
                      "a regular expression is longer than " + std::to_string(max_pattern_bytes) +
                          " bytes",
                      "look for a list of words by VALUES and CONTAINS");
  RegexSyntax syntax = parse_regex(pattern, parsed);
  if (auto automaton = RegexAutomaton::compile(syntax, parsed.multi_line))
    return std::make_unique<FastRegex>(std::move(*automaton), std::move(syntax), parsed.literal,
                                       stop);
  return make_icu_regex(syntax, parsed.literal, stop);
}

} // namespace tela::xsd
