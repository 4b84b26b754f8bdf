#include "events/unlisted_process.h"

#include <algorithm>

namespace tela::events {

namespace {

class NameFinder {
 public:
  explicit NameFinder(const Report& report)
      : report_(report), passage_(report.passage()), tokens_(passage_.tokens()) {}

  [[nodiscard]] std::optional<Range> run() const {
    constexpr std::size_t sentences_looked_at = 3;
    for (const Sentence& sentence : passage_.sentences()) {
      const auto rank = report_.rank(passage_.sentence_of(sentence.first));
      if (sentence.title || !passage_.in_report(sentence.first) || rank >= sentences_looked_at)
        continue;
      if (const auto name = in_sentence(sentence)) return name;
    }
    return {};
  }

 private:
  [[nodiscard]] std::optional<Range> in_sentence(const Sentence& sentence) const {
    const bool article = small(sentence.first); // "El Foro", "The Dialogue"
    for (auto token = sentence.first + (article ? 1U : 0U); token < sentence.last;) {
      const Range run = run_at(sentence, token);
      if (is_process(run)) return run;
      token = std::max(run.last, token + 1);
    }
    return {};
  }

  /// Words in capitals from `token` on, with small words between them.
  [[nodiscard]] Range run_at(const Sentence& sentence, std::uint32_t token) const {
    constexpr std::uint32_t most_small = 3; // "of the", "de la"
    Range run{token, token};
    for (auto at = token; at < sentence.last && at - run.last <= most_small; ++at) {
      if (capital(at))
        run.last = at + 1;
      else if (at == token || !small(at))
        break;
    }
    return run;
  }

  [[nodiscard]] bool capital(std::uint32_t token) const {
    return tokens_[token].is_word() && tokens_[token].initial_upper;
  }

  [[nodiscard]] bool small(std::uint32_t token) const {
    constexpr std::size_t longest = 3;
    const Token& word = tokens_[token];
    return word.is_word() && !word.number && word.end - word.start <= longest;
  }

  [[nodiscard]] bool is_process(Range run) const {
    constexpr std::ptrdiff_t fewest = 2;
    if (run.last - run.first <= fewest || holds_body(run)) return false;
    if (!has_head(run) || report_.cues().any(Cue::other_meeting, run)) return false;
    std::ptrdiff_t telling = 0;
    for (auto token = run.first; token < run.last; ++token)
      telling += capital(token) && !explained(token) ? 1 : 0;
    return telling >= fewest;
  }

  /// A word for a process that ends the name, begins it, or has its subject behind it: not the one
  /// of "Forum Director Amy Sample".
  [[nodiscard]] bool has_head(Range run) const {
    const auto marks = report_.cues().in(run);
    return std::any_of(marks.begin(), marks.end(), [&](const CueMark& mark) {
      return mark.cue == Cue::process_noun &&
             (mark.last == run.last || !capital(mark.last) || language_puts_head_first(mark, run));
    });
  }

  /// "Foro Regional de Autoridades": the adjective follows the noun, as it does not in English.
  [[nodiscard]] bool language_puts_head_first(const CueMark& mark, Range run) const {
    return mark.first == run.first && passage_.language() != Language::english;
  }

  [[nodiscard]] bool holds_body(Range run) const {
    const auto& bodies = report_.names().bodies;
    return std::any_of(bodies.begin(), bodies.end(), [&](const BodyName& name) {
      return name.first < run.last && run.first < name.last;
    });
  }

  /// Part of a state's name, or a word of meetings and offices: "Ministerial Conference".
  [[nodiscard]] bool explained(std::uint32_t token) const {
    const auto marks = report_.cues().in({token, token + 1});
    const bool cue = std::any_of(marks.begin(), marks.end(), [](const CueMark& mark) {
      return mark.cue == Cue::meeting_noun || mark.cue == Cue::process_noun ||
             mark.cue == Cue::delegate || mark.cue == Cue::government ||
             mark.cue == Cue::chair_noun;
    });
    const auto& states = report_.names().states;
    return cue || tokens_[token].number ||
           std::any_of(states.begin(), states.end(),
                       [&](const StateName& name) { return name.contains(token); });
  }

  const Report& report_;
  const Passage& passage_;
  std::span<const Token> tokens_;
};

} // namespace

std::optional<Range> unlisted_process(const Report& report) {
  return NameFinder(report).run();
}

} // namespace tela::events
