#include "gazetteer/names.h"

#include "gazetteer/ambiguity.h"
#include "gazetteer/body_names.h"
#include "gazetteer/longer_name.h"
#include "gazetteer/name_list.h"
#include "gazetteer/parted_name.h"

#include <algorithm>
#include <string>

namespace tela::gazetteer {

namespace {

/// A phrase that was read as a state for now, or waits to be seen in a list.
struct Candidate : Range {
  Reading reading;
  bool is_city = false;
};

class Finder {
 public:
  Finder(const Passage& passage, const Gazetteer& gazetteer)
      : passage_(passage), gazetteer_(gazetteer), lexicon_(gazetteer.lexicon()) {}

  Names run() {
    names_.bodies = find_bodies(passage_, gazetteer_);
    std::size_t body = 0;
    const auto& bodies = names_.bodies;
    for (std::uint32_t token = 0; token < passage_.tokens().size();) {
      while (body < bodies.size() && bodies[body].last <= token) ++body;
      token = take(token, body < bodies.size() ? &bodies[body] : nullptr);
    }
    settle_lists();
    tell_parted_names();
    return std::move(names_);
  }

 private:
  /// Reads what begins at `token`; the next token to look at.
  std::uint32_t take(std::uint32_t token, const BodyName* body) {
    if (!passage_.in_report(token)) return token + 1;
    const auto hit = lexicon_.longest_name(passage_.tokens(), token);
    if (hit.length == 0 || next_reaches_further(token, hit.length)) return token + 1;
    const Range range{token, token + static_cast<std::uint32_t>(hit.length)};
    if (body != nullptr && body->contains(range)) return taken_ = range.last;
    const Reading reading = read_name(passage_, range, hit.meanings, gazetteer_);
    switch (reading.kind) {
    case Reading::Kind::nothing:
      if (hit.unclear) warn(range, "unclear-state", "is a longer name than any that is known");
      break;
    case Reading::Kind::demonym:
      names_.demonyms.push_back({range, hit.meanings});
      return range.last; // it may belong to the name behind it
    case Reading::Kind::city:
      names_.cities.push_back({range, hit.meanings});
      candidates_.push_back({range, reading, true});
      break;
    case Reading::Kind::state:
    case Reading::Kind::state_in_list:
      if (!region_in_bracket(range) &&
          !part_of_longer_name(passage_.tokens(), range, taken_, lexicon_))
        candidates_.push_back({range, reading, false});
      break;
    }
    return taken_ = range.last;
  }

  /// "Palau (Micronesia)": a region that a state is named after, as a remark on the name before it.
  [[nodiscard]] bool region_in_bracket(Range range) const {
    const auto tokens = passage_.tokens();
    return range.first > 0 && range.last < tokens.size() && taken_ + 1 == range.first &&
           tokens[range.first - 1].mark == '(' && tokens[range.last].mark == ')' &&
           !lexicon_.regions_labelled(passage_.text(range)).empty();
  }

  /// "le Cap-Vert" is not Le Cap: of two names that overlap, the one that ends later is meant.
  [[nodiscard]] bool next_reaches_further(std::uint32_t token, std::size_t length) const {
    return length > 1 && lexicon_.longest_name(passage_.tokens(), token + 1).length >= length;
  }

  void settle_lists() {
    for (std::size_t index = 0; index < candidates_.size(); ++index) settle(index);
  }

  void settle(std::size_t index) {
    Candidate& candidate = candidates_[index];
    const Reading& reading = candidate.reading;
    if (candidate.is_city) {
      if (stands_for_state(index)) add(candidate, reading.state, "capital-in-list", 0.7);
    } else if (reading.kind == Reading::Kind::state ||
               (listed(index) && !place_before_state(index))) {
      add(candidate, reading.state, reading.rule, reading.score);
    } else if (reading.unlisted != Reading::none) {
      add(candidate, reading.unlisted, "shared-name", 0.5);
      warn(candidate, "ambiguous-name", "can be a state or a territory; read as the territory");
    }
  }

  /// Nobody asks where the second name is named elsewhere, too.
  void tell_parted_names() {
    for (const StateName& name : names_.states) {
      const auto second = second_name(passage_.tokens(), name, lexicon_);
      if (second &&
          std::ranges::find(names_.states, *second, &StateName::state) == names_.states.end())
        warn(name, "ambiguous-name", parted_name_message);
    }
  }

  [[nodiscard]] bool is_state(std::size_t index) const {
    return !candidates_[index].is_city && candidates_[index].reading.kind == Reading::Kind::state;
  }

  [[nodiscard]] bool joined(std::size_t left, std::size_t right) const {
    return in_one_list(passage_, lexicon_, candidates_[left].last, candidates_[right].first, {});
  }

  /// A sure state stands before or behind in the same list.
  [[nodiscard]] bool listed(std::size_t index) const {
    return (index > 0 && is_state(index - 1) && joined(index - 1, index)) ||
           (index + 1 < candidates_.size() && is_state(index + 1) && joined(index, index + 1));
  }

  /// "Antigua, Guatemala": a comma and one state behind it are no list, but where a place lies.
  [[nodiscard]] bool place_before_state(std::size_t index) const {
    const std::size_t next = index + 1;
    if (next >= candidates_.size() || !is_state(next)) return false;
    const std::uint32_t comma = candidates_[index].last;
    const bool alone = (index == 0 || !joined(index - 1, index)) &&
                       (next + 1 >= candidates_.size() || !joined(next, next + 1));
    return alone && candidates_[next].first == comma + 1 && passage_.tokens()[comma].mark == ',';
  }

  /// A city between two other states in a list is its state: "Pérou, Saint-Domingue, Uruguay".
  [[nodiscard]] bool stands_for_state(std::size_t index) const {
    if (index == 0 || index + 1 >= candidates_.size()) return false;
    const auto other_state = [&](std::size_t neighbour) {
      return is_state(neighbour) &&
             candidates_[neighbour].reading.state != candidates_[index].reading.state;
    };
    return other_state(index - 1) && other_state(index + 1) && joined(index - 1, index) &&
           joined(index, index + 1);
  }

  void add(const Range& range, std::uint16_t state, std::string_view rule, double score) {
    names_.states.push_back({range, state, rule, score});
  }

  void warn(const Range& range, const char* code, const char* what) {
    names_.warnings.push_back(
        {code, "“" + std::string(passage_.text(range)) + "” " + what, passage_.span(range)});
  }

  const Passage& passage_;
  const Gazetteer& gazetteer_;
  const Lexicon& lexicon_;
  std::vector<Candidate> candidates_;
  std::uint32_t taken_ = 0; ///< the token behind the last name
  Names names_;
};

} // namespace

Names find_names(const Passage& passage, const Gazetteer& gazetteer) {
  return Finder(passage, gazetteer).run();
}

} // namespace tela::gazetteer
