#include "gazetteer/body_names.h"

#include "gazetteer/name_list.h"

#include <algorithm>
#include <array>

namespace tela::gazetteer {

namespace {

struct Found : BodyName {
  bool doubtful = false;
};

class Finder {
 public:
  Finder(const Passage& passage, const Gazetteer& gazetteer)
      : passage_(passage), tokens_(passage.tokens()), gazetteer_(gazetteer),
        lexicon_(gazetteer.lexicon()) {}

  std::vector<BodyName> run() {
    for (std::uint32_t token = 0; token < tokens_.size();) token = take(token);
    support_by_lists();
    drop_unsupported();
    add_process_of_organisation();
    sort();
    return {found_.begin(), found_.end()};
  }

 private:
  std::uint32_t take(std::uint32_t token) {
    if (!passage_.in_report(token)) return token + 1;
    const auto hit = lexicon_.longest_body(tokens_, token);
    const Range range{token, token + static_cast<std::uint32_t>(hit.length)};
    if (hit.length == 0 || (hit.acronym && !written_as_acronym(range, hit.doubtful)))
      return token + 1;
    add(range, hit);
    if (!hit.acronym) add_neighbours(range);
    return range.last;
  }

  void add(Range range, const Lexicon::BodyHit& hit) {
    const std::string_view rule = hit.acronym ? "body-acronym" : "body-name";
    Found found;
    static_cast<Range&>(found) = range;
    found.body = static_cast<std::uint16_t>(hit.body);
    found.rule = rule;
    found.score = hit.acronym ? 0.9 : 1;
    found.doubtful = hit.doubtful;
    found_.push_back(found);
  }

  [[nodiscard]] bool written_as_acronym(Range range, bool doubtful) const {
    const auto text = passage_.text(range);
    const Token& token = tokens_[range.first];
    if (token.number) return true;
    const auto capitals = std::count_if(text.begin(), text.end(),
                                        [](char byte) { return byte >= 'A' && byte <= 'Z'; });
    if (capitals >= 2) return !amid_capitals(range);
    return capitals == 1 && token.initial_upper && text.size() >= 4 && !doubtful;
  }

  /// Short acronyms tell nothing in a line of capitals.
  [[nodiscard]] bool amid_capitals(Range range) const {
    const auto loud = [&](std::uint32_t at) {
      return at < tokens_.size() && tokens_[at].all_upper && tokens_[at].word != 0 &&
             tokens_[at].end - tokens_[at].start > 3;
    };
    const bool is_short = passage_.text(range).size() <= 3;
    return is_short && range.first > 0 && loud(range.first - 1) && loud(range.last);
  }

  /// "Processus de Rabat et de Khartoum", "Budapest and Prague Processes".
  void add_neighbours(Range range) {
    const auto noun = [&](std::uint32_t at) {
      return std::find(process_nouns_.begin(), process_nouns_.end(), tokens_[at].stem) !=
             process_nouns_.end();
    };
    if (noun(range.first)) add_place_behind(range);
    if (noun(range.last - 1)) add_place_before(range);
  }

  void add_place_behind(Range range) {
    std::uint32_t at = range.last;
    if (at >= tokens_.size() || !conjunction(at)) return;
    do ++at;
    while (at < tokens_.size() && preposition(at));
    for (std::uint32_t last =
             std::min<std::uint32_t>(at + 3, static_cast<std::uint32_t>(tokens_.size()));
         last > at; --last) {
      std::vector<WordId> stems{tokens_[range.first].stem};
      for (auto token = at; token < last; ++token) stems.push_back(tokens_[token].stem);
      if (add_named({at, last}, stems)) return;
    }
  }

  void add_place_before(Range range) {
    if (range.first < 2 || !conjunction(range.first - 1)) return;
    const std::uint32_t last = range.first - 1;
    for (std::uint32_t first = last > 2 ? last - 2 : 0; first < last; ++first) {
      std::vector<WordId> stems;
      for (auto token = first; token < last; ++token) stems.push_back(tokens_[token].stem);
      stems.push_back(tokens_[range.last - 1].stem);
      if (add_named({first, last}, stems)) return;
    }
  }

  bool add_named(Range range, std::span<const WordId> stems) {
    const auto hit = lexicon_.body_named(stems);
    if (hit.length == 0) return false;
    add(range, hit);
    found_.back().rule = "process-of-places";
    found_.back().score = 0.9;
    return true;
  }

  [[nodiscard]] bool conjunction(std::uint32_t at) const {
    return one_of(at, {"et", "and", "y", ","});
  }
  [[nodiscard]] bool preposition(std::uint32_t at) const {
    return one_of(at, {"de", "d", "du", "des", "le", "the", "of", "el"});
  }
  [[nodiscard]] bool one_of(std::uint32_t at, std::initializer_list<std::string_view> words) const {
    const auto text = passage_.text(tokens_[at]);
    return std::find(words.begin(), words.end(), text) != words.end();
  }

  void sort() {
    std::sort(found_.begin(), found_.end(),
              [](const Found& left, const Found& right) { return left.first < right.first; });
  }

  /// "mechanisms such as the RCM, the Quito Process and the SACM": what stands in one list with a
  /// body is one, and so are two acronyms of processes side by side.
  void support_by_lists() {
    sort();
    for (std::size_t index = 1; index < found_.size(); ++index)
      support(found_[index], found_[index - 1]);
    for (std::size_t index = found_.size(); index-- > 1;) support(found_[index - 1], found_[index]);
  }

  void support(Found& one, const Found& neighbour) const {
    const bool sure = !neighbour.doubtful || (body(one).process() && body(neighbour).process() &&
                                              one.body != neighbour.body);
    const bool one_first = one.first < neighbour.first;
    const Found &left = one_first ? one : neighbour, &right = one_first ? neighbour : one;
    if (one.doubtful && sure && in_one_list(passage_, lexicon_, left.last, right.first, {}))
      one.doubtful = false;
  }

  void drop_unsupported() {
    std::vector<bool> named(gazetteer_.bodies().size());
    for (const Found& found : found_)
      if (!found.doubtful) named[found.body] = true;
    std::erase_if(found_, [&](const Found& found) { return !named[found.body]; });
  }

  [[nodiscard]] const Body& body(const Found& found) const {
    return gazetteer_.bodies()[found.body];
  }

  void add_process_of_organisation() {
    const bool process_named = std::any_of(found_.begin(), found_.end(), [&](const Found& found) {
      return body(found).process() && body(found).kind != BodyKind::global_process;
    });
    if (process_named) return;
    const auto generic = generic_process();
    if (generic.last == 0) return;
    for (const Found& found : found_) {
      if (body(found).process()) continue;
      if (const auto child = only_process_of(body(found).id); child != nullptr) {
        add(generic, {0, static_cast<std::uint32_t>(child - gazetteer_.bodies().data())});
        found_.back().rule = "process-of-organisation";
        found_.back().score = 0.6;
        return;
      }
    }
  }

  /// Where the text speaks of a consultative process without naming it; {0, 0}: nowhere.
  [[nodiscard]] Range generic_process() const {
    for (std::uint32_t token = 0; token + 3 <= tokens_.size(); ++token) {
      if (!passage_.in_report(token)) continue;
      const auto is = [&](std::uint32_t at, WordId stem) {
        return stem != 0 && tokens_[at].stem == stem;
      };
      const bool french_or_spanish = is(token, process_nouns_[0]) || is(token, process_nouns_[2]);
      if (french_or_spanish && (is(token + 1, consultative_[0]) || is(token + 1, consultative_[1])))
        return {token, token + 3};
      if (is(token, consultative_[2]) && is(token + 1, process_nouns_[1]))
        return {token, token + 2};
    }
    return {};
  }

  [[nodiscard]] const Body* only_process_of(std::string_view organisation) const {
    const Body* child = nullptr;
    for (const Body& one : gazetteer_.bodies()) {
      if (one.parent != organisation || !one.process()) continue;
      if (child != nullptr) return nullptr;
      child = &one;
    }
    return child;
  }

  [[nodiscard]] WordId stem(std::string_view word) const {
    return lexicon_.words().find_stem(word);
  }

  const Passage& passage_;
  std::span<const Token> tokens_;
  const Gazetteer& gazetteer_;
  const Lexicon& lexicon_;
  std::array<WordId, 3> process_nouns_{stem("processus"), stem("process"), stem("proceso")};
  std::array<WordId, 3> consultative_{stem("consultatif"), stem("consultivo"),
                                      stem("consultative")};
  std::vector<Found> found_;
};

} // namespace

std::vector<BodyName> find_bodies(const Passage& passage, const Gazetteer& gazetteer) {
  return Finder(passage, gazetteer).run();
}

} // namespace tela::gazetteer
