#include "sparql/evaluator/regex_automaton.h"

#include "base/utf8.h"

#include <algorithm>
#include <set>

namespace tela::sparql::evaluator {

namespace {

constexpr std::size_t max_moves = 5'000;
constexpr std::size_t max_states = 2'000;
constexpr std::size_t max_classes = 2'000;

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
    switch (node.kind) {
    case RegexNode::Kind::set:
      return add({Move::Kind::set, node.set, next, 0});
    case RegexNode::Kind::begin:
      return add({Move::Kind::begin, 0, next, 0});
    case RegexNode::Kind::end:
      return add({Move::Kind::end, 0, next, 0});
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
  std::map<std::vector<bool>, std::uint16_t> classes;
  for (const char32_t bound : bounds_) {
    std::vector<bool> member(syntax.sets.size() + 1);
    for (std::size_t i = 0; i < syntax.sets.size(); ++i)
      member[i] = bound <= 0x10FFFF && syntax.sets[i].contains(static_cast<UChar32>(bound)) != 0;
    member.back() = bound == U'\n'; // ends a line
    const auto number = static_cast<std::uint16_t>(classes.size());
    const auto [entry, fresh] = classes.try_emplace(std::move(member), number);
    if (fresh) in_class_.push_back(entry->first);
    if (in_class_.size() > max_classes) throw TooLarge();
    class_at_.push_back(entry->second);
  }
  for (char32_t c = 0; c < ascii_.size(); ++c) {
    const auto at = std::upper_bound(bounds_.begin(), bounds_.end(), c) - bounds_.begin() - 1;
    ascii_[c] = class_at_[static_cast<std::size_t>(at)];
  }
  newline_ = ascii_['\n'];
}

std::uint16_t RegexAutomaton::class_of(char32_t c) const {
  const auto at = std::upper_bound(bounds_.begin(), bounds_.end(), c) - bounds_.begin() - 1;
  return class_at_[static_cast<std::size_t>(at)];
}

// --- the deterministic automaton ------------------------------------------------------------

void RegexAutomaton::start() {
  states_.clear();
  table_.clear();
  numbers_.clear();
  ++round_;
  States moves;
  close(moves, first_, true, false);
  enter(std::move(moves));
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

std::uint32_t RegexAutomaton::enter(States moves) {
  std::sort(moves.begin(), moves.end());
  const auto [entry, fresh] =
      numbers_.try_emplace(moves, static_cast<std::uint32_t>(states_.size()));
  if (!fresh) return entry->second;
  State state;
  const auto is_accept = [this](std::uint32_t move) {
    return moves_[move].kind == Move::Kind::accept;
  };
  state.accepts = std::any_of(moves.begin(), moves.end(), is_accept);
  ++round_;
  States at_end;
  for (const std::uint32_t move : moves) close(at_end, move, false, true);
  state.at_end = std::any_of(at_end.begin(), at_end.end(), is_accept);
  if (!multi_line_) {
    ++round_;
    States later;
    close(later, first_, false, false);
    state.hopeless = moves.empty() && later.empty();
  }
  state.moves = std::move(moves);
  states_.push_back(std::move(state));
  table_.resize(states_.size() * in_class_.size(), unknown);
  return static_cast<std::uint32_t>(states_.size() - 1);
}

std::uint32_t RegexAutomaton::step(std::uint32_t state, std::uint16_t character_class) {
  States from = states_[state].moves;
  const bool newline = multi_line_ && character_class == newline_;
  if (newline) { // the line ends here: moves that waited for it go on
    ++round_;
    States passed;
    for (const std::uint32_t move : from) close(passed, move, false, true);
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
  if (states_.size() >= max_states) {
    start(); // forget all: memory is bounded, and so is the work of one step
    return enter(std::move(next));
  }
  const std::uint32_t to = enter(std::move(next));
  table_[state * in_class_.size() + character_class] = to;
  return to;
}

bool RegexAutomaton::found_in(std::string_view text) {
  std::uint32_t state = 0;
  const std::size_t classes = in_class_.size();
  for (std::size_t at = 0; at < text.size();) {
    if (states_[state].accepts) return true;
    if (states_[state].hopeless) return false;
    const auto byte = static_cast<unsigned char>(text[at]);
    std::uint16_t character_class = 0;
    if (byte < 0x80) {
      character_class = ascii_[byte];
      ++at;
    } else {
      character_class = class_of(base::next_code_point(text, at));
    }
    const std::uint32_t next = table_[state * classes + character_class];
    state = next != unknown ? next : step(state, character_class);
  }
  return states_[state].accepts || states_[state].at_end;
}

} // namespace tela::sparql::evaluator
