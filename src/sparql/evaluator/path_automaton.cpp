#include "sparql/evaluator/path_automaton.h"

#include <algorithm>

namespace tela::sparql::evaluator {

using algebra::Path;

namespace {

using States = std::vector<std::uint32_t>;

/// First and last steps of a part of the path.
struct Fragment {
  States first, last;
  bool nullable = false;
};

States united(States a, const States& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

class Builder {
 public:
  Builder(PathAutomaton& automaton, Words& words) : automaton_(automaton), words_(words) {}

  Fragment build(const Path& path, bool reversed) {
    switch (path.kind) {
    case Path::Kind::predicate:
      return step({words_.id_of(path.iri), {}, reversed});
    case Path::Kind::inverse:
      return build(path.parts[0], !reversed);
    case Path::Kind::sequence:
      return sequence(path.parts, reversed);
    case Path::Kind::alternative:
      return alternative(path.parts, reversed);
    case Path::Kind::negated:
      return negated(path, reversed);
    default:
      break;
    }
    Fragment part = build(path.parts[0], reversed);
    if (path.kind != Path::Kind::zero_or_one) link(part.last, part.first);
    if (path.kind != Path::Kind::one_or_more) part.nullable = true;
    return part;
  }

 private:
  Fragment step(PathStep step) {
    const auto state = static_cast<std::uint32_t>(automaton_.steps.size());
    automaton_.steps.push_back(std::move(step));
    automaton_.follow.emplace_back();
    return {{state}, {state}, false};
  }

  void link(const States& from, const States& to) {
    for (const std::uint32_t state : from)
      for (const std::uint32_t next : to) automaton_.follow[state].push_back(next);
  }

  Fragment joined(const Fragment& a, const Fragment& b) {
    link(a.last, b.first);
    return {a.nullable ? united(a.first, b.first) : a.first,
            b.nullable ? united(b.last, a.last) : b.last, a.nullable && b.nullable};
  }

  Fragment sequence(const std::vector<Path>& parts, bool reversed) {
    Fragment all;
    all.nullable = true;
    for (std::size_t i = 0; i < parts.size(); ++i)
      all = joined(all, build(parts[reversed ? parts.size() - 1 - i : i], reversed));
    return all;
  }

  Fragment alternative(const std::vector<Path>& parts, bool reversed) {
    Fragment all;
    for (const Path& path : parts) {
      const Fragment part = build(path, reversed);
      all = {united(all.first, part.first), united(all.last, part.last),
             all.nullable || part.nullable};
    }
    return all;
  }

  Fragment negated(const Path& path, bool reversed) {
    Fragment all;
    for (const auto direction : {rdf::Direction::along, rdf::Direction::against}) {
      const auto names = excluded(path, direction);
      if (!names) continue;
      PathStep any;
      any.backward = (direction == rdf::Direction::against) != reversed;
      for (const rdf::Term& name : *names) any.excluded.push_back(words_.id_of(name));
      std::sort(any.excluded.begin(), any.excluded.end());
      const Fragment part = step(std::move(any));
      all = {united(all.first, part.first), united(all.last, part.last), false};
    }
    return all;
  }

  PathAutomaton& automaton_;
  Words& words_;
};

} // namespace

bool PathAutomaton::takes_any_step() const {
  const std::size_t all = steps.size();
  return first.size() == all && std::ranges::count(last, true) == std::ssize(last) &&
         std::ranges::all_of(follow, [all](const auto& next) { return next.size() == all; }) &&
         std::ranges::all_of(steps, [](const PathStep& step) { return step.predicate.defined(); });
}

PathAutomaton PathAutomaton::of(const Path& path, bool reversed, Words& words) {
  PathAutomaton automaton;
  const Fragment whole = Builder(automaton, words).build(path, reversed);
  automaton.first = whole.first;
  automaton.last.resize(automaton.steps.size(), false);
  for (const std::uint32_t state : whole.last) automaton.last[state] = true;
  automaton.nullable = whole.nullable;
  for (States& next : automaton.follow) {
    std::sort(next.begin(), next.end());
    next.erase(std::unique(next.begin(), next.end()), next.end());
  }
  return automaton;
}

} // namespace tela::sparql::evaluator
