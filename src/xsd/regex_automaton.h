#pragma once

#include "base/cancellation.h"
#include "xsd/regex_syntax.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace tela::xsd {

/// Says whether a regular expression matches somewhere in a text: a deterministic automaton over
/// classes of characters, made state by state as texts need them (Thompson 1968). Time is linear in
/// the text whatever the pattern: a few nanoseconds a character, and for a state that is new the
/// size of the pattern. Holds a few MiB at most. One thread at a time.
class RegexAutomaton {
 public:
  /// Nothing when the pattern refers back to a group or needs more than a few thousand states.
  [[nodiscard]] static std::optional<RegexAutomaton> compile(const RegexSyntax& syntax,
                                                             bool multi_line);

  /// REQUIRES: UTF-8. Throws what stop->check() throws; `stop` may be null.
  [[nodiscard]] bool found_in(std::string_view text, const base::Cancellation* stop);
  /// About how much memory it holds.
  [[nodiscard]] std::size_t bytes() const;

 private:
  using States = std::vector<std::uint32_t>; ///< ascending

  /// A state of the nondeterministic automaton.
  struct Move {
    enum class Kind : std::uint8_t { set, split, begin, end, accept };
    Kind kind = Kind::accept;
    std::size_t set = 0;
    std::uint32_t next = 0;
    std::uint32_t other = 0; ///< of split
  };

  /// A state of the deterministic one: a set of the others.
  struct State {
    States moves;          ///< of kind set and end
    bool at_begin = false; ///< of the text or the line: "$^" matches there, if it ends at once
    bool accepts = false;  ///< has matched
    bool at_end = false;   ///< matches if the text ends here
    bool hopeless = false; ///< no text behind this place can match
  };

  class Compiler;

  RegexAutomaton() = default;
  void make_classes(const RegexSyntax& syntax);
  void split_classes(const icu::UnicodeSet& set);
  void number_classes(const RegexSyntax& syntax);
  /// Calls `visit` with the place of each stretch that is part of `set`.
  template<typename Visit>
  void for_stretches(const icu::UnicodeSet& set, Visit visit) const;
  [[nodiscard]] std::uint32_t class_of(char32_t c) const;
  void start();
  std::uint32_t enter(States moves, bool at_begin);
  std::uint32_t step(std::uint32_t state, std::uint32_t character_class);
  void close(States& moves, std::uint32_t move, bool at_begin, bool at_end);

  static constexpr std::uint32_t unknown = static_cast<std::uint32_t>(-1);

  bool multi_line_ = false;
  std::vector<Move> moves_;
  std::uint32_t first_ = 0;

  std::vector<char32_t> bounds_;        ///< where another class begins, ascending, from 0
  std::vector<std::uint32_t> class_at_; ///< of each stretch
  std::array<std::uint32_t, 128> ascii_{};
  std::vector<std::vector<bool>> in_class_; ///< [class][set]
  std::uint32_t classes_made_ = 1;          ///< while they are split
  std::uint32_t newline_ = 0;

  std::vector<State> states_;
  std::vector<std::uint32_t> table_;                         ///< [state · classes + class]
  std::map<std::pair<bool, States>, std::uint32_t> numbers_; ///< by at_begin and moves
  std::size_t moves_held_ = 0;                               ///< in states_
  std::vector<std::uint32_t> mark_; ///< of each move: the round in which it was closed
  std::uint32_t round_ = 0;
};

} // namespace tela::xsd
