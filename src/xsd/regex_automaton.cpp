#include "xsd/regex_automaton.h"

#include "base/require.h"
#include "base/utf8.h"

#include <algorithm>
#include <map>
#include <set>

namespace tela::xsd {

namespace {

constexpr std::size_t max_moves = 5'000;
constexpr std::size_t max_classes = 2'000;
// What is kept of the deterministic automaton, in all its states: a few MiB.
constexpr std::size_t max_states = 2'000;
constexpr std::size_t max_moves_held = 400'000;
constexpr std::size_t max_cells = 1'000'000;

/// Thrown within compile() only.
struct TooLarge {};

} // namespace

// --- the nondeterministic automaton ---------------------------------------------------------

/// Builds from the back: each part is told which move comes behind it.
class RegexAutomaton::Compiler {
 public:
  explicit Compiler(std::vector<Move>& moves) : moves_(moves) {}

  std::uint32_t add(Move move) {
    if (moves_.size() >= max_moves) throw TooLarge();
    moves_.push_back(move);
    return static_cast<std::uint32_t>(moves_.size() - 1);
  }

  /// The first move of `node` when `next` follows it.
  std::uint32_t build(const RegexNode& node, std::uint32_t next) {
    constexpr std::size_t most_steps = 20 * max_moves; // counts of what is empty add no moves
    if (++steps_ > most_steps) throw TooLarge();
    switch (node.kind) {
    case RegexNode::Kind::set:
      return add({Move::Kind::set, node.set, next, 0});
    case RegexNode::Kind::begin:
      return add({Move::Kind::begin, 0, next, 0});
    case RegexNode::Kind::end:
      return add({Move::Kind::end, 0, next, 0});
    case RegexNode::Kind::back_reference:
      throw TooLarge(); // for any automaton
    case RegexNode::Kind::repeat:
      return repeat(node, next);
    case RegexNode::Kind::sequence:
      for (auto part = node.parts.rbegin(); part != node.parts.rend(); ++part)
        next = build(*part, next);
      return next;
    case RegexNode::Kind::alternative:
      break;
    }
    std::uint32_t first = build(node.parts.back(), next);
    for (auto part = node.parts.rbegin() + 1; part != node.parts.rend(); ++part)
      first = add({Move::Kind::split, 0, build(*part, next), first});
    return first;
  }

 private:
  std::uint32_t repeat(const RegexNode& node, std::uint32_t next) {
    const RegexNode& part = node.parts[0];
    std::uint32_t first = next;
    if (node.most == RegexNode::unlimited) {
      first = add({Move::Kind::split, 0, 0, next});
      moves_[first].next = build(part, first);
    } else {
      for (unsigned i = node.least; i < node.most; ++i)
        first = add({Move::Kind::split, 0, build(part, first), next});
    }
    for (unsigned i = 0; i < node.least; ++i) first = build(part, first);
    return first;
  }

  std::vector<Move>& moves_;
  std::size_t steps_ = 0;
};

std::optional<RegexAutomaton> RegexAutomaton::compile(const RegexSyntax& syntax, bool multi_line) {
  RegexAutomaton automaton;
  automaton.multi_line_ = multi_line;
  try {
    Compiler compiler(automaton.moves_);
    const std::uint32_t accept = compiler.add({});
    automaton.first_ = compiler.build(syntax.root, accept);
    automaton.make_classes(syntax);
  } catch (const TooLarge&) {
    return std::nullopt;
  }
  automaton.mark_.assign(automaton.moves_.size(), 0);
  automaton.start();
  return automaton;
}

// --- classes of characters ------------------------------------------------------------------

/// Characters that are in the same sets need not be told apart.
void RegexAutomaton::make_classes(const RegexSyntax& syntax) {
  std::set<char32_t> bounds{0, U'\n', U'\n' + 1};
  for (const icu::UnicodeSet& set : syntax.sets)
    for (int32_t i = 0; i < set.getRangeCount(); ++i) {
      bounds.insert(static_cast<char32_t>(set.getRangeStart(i)));
      bounds.insert(static_cast<char32_t>(set.getRangeEnd(i)) + 1);
    }
  bounds_.assign(bounds.begin(), bounds.end());
  class_at_.assign(bounds_.size(), 0);
  split_classes({'\n', '\n'}); // ends a line
  for (const icu::UnicodeSet& set : syntax.sets) split_classes(set);
  number_classes(syntax);
  for (char32_t c = 0; c < ascii_.size(); ++c) ascii_[c] = class_of(c);
  newline_ = ascii_['\n'];
}

template<typename Visit>
void RegexAutomaton::for_stretches(const icu::UnicodeSet& set, Visit visit) const {
  for (int32_t i = 0; i < set.getRangeCount(); ++i) {
    const auto begin = static_cast<char32_t>(set.getRangeStart(i));
    const auto end = static_cast<char32_t>(set.getRangeEnd(i));
    const auto first = std::lower_bound(bounds_.begin(), bounds_.end(), begin);
    for (auto at = first; at != bounds_.end() && *at <= end; ++at)
      visit(static_cast<std::size_t>(at - bounds_.begin()));
  }
}

/// Parts every class into what `set` holds of it and the rest, which keeps the number.
void RegexAutomaton::split_classes(const icu::UnicodeSet& set) {
  std::map<std::uint32_t, std::uint32_t> parts;
  for_stretches(set, [&](std::size_t stretch) {
    const auto fresh = classes_made_ + static_cast<std::uint32_t>(parts.size());
    class_at_[stretch] = parts.try_emplace(class_at_[stretch], fresh).first->second;
  });
  classes_made_ += static_cast<std::uint32_t>(parts.size());
}

/// Numbers the classes that are left from 0 and notes which sets hold them.
void RegexAutomaton::number_classes(const RegexSyntax& syntax) {
  std::map<std::uint32_t, std::uint32_t> numbers;
  for (std::uint32_t& made : class_at_)
    made = numbers.try_emplace(made, static_cast<std::uint32_t>(numbers.size())).first->second;
  if (numbers.size() > max_classes) throw TooLarge();
  in_class_.assign(numbers.size(), std::vector<bool>(syntax.sets.size()));
  for (std::size_t i = 0; i < syntax.sets.size(); ++i)
    for_stretches(syntax.sets[i],
                  [&](std::size_t stretch) { in_class_[class_at_[stretch]][i] = true; });
}

std::uint32_t RegexAutomaton::class_of(char32_t c) const {
  const auto at = std::upper_bound(bounds_.begin(), bounds_.end(), c) - bounds_.begin() - 1;
  return class_at_[static_cast<std::size_t>(at)];
}

// --- the deterministic automaton ------------------------------------------------------------

void RegexAutomaton::start() {
  states_.clear();
  table_.clear();
  numbers_.clear();
  moves_held_ = 0;
  ++round_;
  States moves;
  close(moves, first_, true, false);
  enter(std::move(moves), true);
}

/// Adds what can be reached from `move` without reading a character. Moves that wait for the end
/// stay in the set; `at_end` lets them pass.
void RegexAutomaton::close(States& moves, std::uint32_t move, bool at_begin, bool at_end) {
  std::vector<std::uint32_t> todo{move};
  while (!todo.empty()) {
    const std::uint32_t at = todo.back();
    todo.pop_back();
    if (mark_[at] == round_) continue;
    mark_[at] = round_;
    const Move& here = moves_[at];
    switch (here.kind) {
    case Move::Kind::split:
      todo.push_back(here.other);
      todo.push_back(here.next);
      break;
    case Move::Kind::begin:
      if (at_begin) todo.push_back(here.next);
      break;
    case Move::Kind::end:
      moves.push_back(at);
      if (at_end) todo.push_back(here.next);
      break;
    case Move::Kind::set:
    case Move::Kind::accept:
      moves.push_back(at);
      break;
    }
  }
}

std::uint32_t RegexAutomaton::enter(States moves, bool at_begin) {
  std::sort(moves.begin(), moves.end());
  const auto [entry, fresh] =
      numbers_.try_emplace({at_begin, moves}, static_cast<std::uint32_t>(states_.size()));
  if (!fresh) return entry->second;
  State state;
  state.at_begin = at_begin;
  const auto is_accept = [this](std::uint32_t move) {
    return moves_[move].kind == Move::Kind::accept;
  };
  state.accepts = std::any_of(moves.begin(), moves.end(), is_accept);
  ++round_;
  States at_end;
  for (const std::uint32_t move : moves) close(at_end, move, at_begin, true);
  state.at_end = std::any_of(at_end.begin(), at_end.end(), is_accept);
  if (!multi_line_) {
    ++round_;
    States later;
    close(later, first_, false, false);
    state.hopeless = moves.empty() && later.empty();
  }
  moves_held_ += moves.size();
  state.moves = std::move(moves);
  states_.push_back(std::move(state));
  table_.resize(states_.size() * in_class_.size(), unknown);
  return static_cast<std::uint32_t>(states_.size() - 1);
}

std::uint32_t RegexAutomaton::step(std::uint32_t state, std::uint32_t character_class) {
  States from = states_[state].moves;
  const bool newline = multi_line_ && character_class == newline_;
  if (newline) { // the line ends here: moves that waited for it go on
    ++round_;
    States passed;
    for (const std::uint32_t move : from) close(passed, move, states_[state].at_begin, true);
    from = std::move(passed);
  }
  ++round_;
  States next;
  if (newline)
    for (const std::uint32_t move : from)
      if (moves_[move].kind == Move::Kind::accept) close(next, move, false, false);
  for (const std::uint32_t move : from)
    if (moves_[move].kind == Move::Kind::set && in_class_[character_class][moves_[move].set])
      close(next, moves_[move].next, newline, false);
  close(next, first_, newline, false); // a match may begin anywhere
  if (states_.size() >= max_states || moves_held_ >= max_moves_held || table_.size() >= max_cells) {
    start(); // forget all: memory is bounded, and so is the work of one step
    return enter(std::move(next), newline);
  }
  const std::uint32_t to = enter(std::move(next), newline);
  table_[state * in_class_.size() + character_class] = to;
  return to;
}

bool RegexAutomaton::found_in(std::string_view text, const base::Cancellation* stop) {
  base::require_utf8(text);
  constexpr std::size_t stretch = std::size_t{1} << 20U; // takes some milliseconds
  std::uint32_t state = 0;
  const std::size_t classes = in_class_.size();
  for (std::size_t at = 0, rest = stretch; at < text.size();) {
    if (states_[state].accepts) return true;
    if (states_[state].hopeless) return false;
    const auto byte = static_cast<unsigned char>(text[at]);
    std::uint32_t character_class = 0;
    if (byte < 0x80) {
      character_class = ascii_[byte];
      ++at;
    } else {
      character_class = class_of(base::next_code_point(text, at));
    }
    const std::uint32_t next = table_[state * classes + character_class];
    if (stop != nullptr && (next == unknown || --rest == 0)) {
      stop->check();
      rest = stretch;
    }
    state = next != unknown ? next : step(state, character_class);
  }
  return states_[state].accepts || states_[state].at_end;
}

std::size_t RegexAutomaton::bytes() const {
  const std::size_t sets = in_class_.empty() ? 0 : in_class_[0].size();
  return moves_.size() * sizeof(Move) + bounds_.size() * 8 + in_class_.size() * sets / 8 +
         table_.size() * sizeof(table_[0]) + states_.size() * sizeof(State) +
         2 * moves_held_ * sizeof(std::uint32_t);
}

} // namespace tela::xsd
