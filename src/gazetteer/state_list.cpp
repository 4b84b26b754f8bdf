#include "gazetteer/state_list.h"

#include "gazetteer/lexicon.h"
#include "gazetteer/list_exceptions.h"
#include "gazetteer/longer_name.h"
#include "gazetteer/parted_name.h"
#include "gazetteer/state_codes.h"
#include "gazetteer/tokens.h"

#include <algorithm>
#include <limits>
#include <string>

namespace tela::gazetteer {

namespace {

/// How the text from a token on is best read.
struct Step {
  std::uint32_t unread = 0; ///< characters
  std::uint32_t names = 0;
  std::uint32_t length = 0; ///< tokens of the name here; 0: this token is skipped
  std::uint16_t state = 0;
  std::string_view rule;

  [[nodiscard]] bool better_than(const Step& other) const {
    return unread != other.unread ? unread < other.unread : names < other.names;
  }
};

class ListReader {
 public:
  ListReader(const records::Text& text, const Gazetteer& gazetteer)
      : text_(text), gazetteer_(gazetteer), lexicon_(gazetteer.lexicon()),
        tokens_(tokenise(text.value, lexicon_.words())), hits_(tokens_.size()),
        covered_to_(tokens_.size()), names_(tokens_.size() + 1), best_(tokens_.size() + 1) {}

  /// Whether the names that come next in the field are excepted, too, is `excepting`: before and
  /// after.
  void read(bool& excepting, StateListLinks& links) {
    if (const auto codes = read_state_codes(text_.value, gazetteer_))
      return add_codes(*codes, links);
    find_hits();
    exceptions_ = find_exceptions(tokens_, names_, lexicon_, excepting);
    for (std::size_t token = tokens_.size(); token > 0; --token)
      best_[token - 1] = best_step(token - 1);
    std::size_t unread_from = tokens_.size();
    for (std::size_t token = 0; token < tokens_.size();) {
      const Step& step = best_[token];
      const bool unread = step.length == 0 && !filler(token);
      if (unread && unread_from == tokens_.size()) unread_from = token;
      const bool closes = step.length > 0 || token + 1 == tokens_.size();
      if (unread_from != tokens_.size() && closes) {
        report_unread(unread_from,
                      last_unread(unread_from, step.length > 0 ? token : tokens_.size()), links);
        unread_from = tokens_.size();
      }
      if (step.length > 0) add(token, step, links);
      token += std::max<std::size_t>(step.length, 1);
    }
    tell_parted_names(links);
  }

 private:
  /// Stands between names and means nothing: marks, articles, "and".
  [[nodiscard]] bool filler(std::size_t token) const {
    return exceptions_.phrases[token] || !tokens_[token].is_word() ||
           lexicon_.name_words().is_small(tokens_[token].word);
  }

  void find_hits() {
    for (std::size_t token = 0; token < tokens_.size(); ++token) {
      lexicon_.names(tokens_, token, hits_[token]);
      for (const auto& hit : hits_[token]) {
        const std::size_t end = token + hit.length;
        if (state_among(hit.meanings) != nullptr)
          names_[end] = std::max(names_[end], static_cast<std::uint32_t>(hit.length));
        else if (covers(hit))
          for (std::size_t inside = token; inside < end; ++inside)
            covered_to_[inside] = std::max(covered_to_[inside], end);
      }
    }
  }

  /// A phrase that holds the name of a state and is none: "New Mexico", "Panama City".
  static bool covers(const Lexicon::NameHit& hit) {
    return hit.length > 1 &&
           std::none_of(hit.meanings.begin(), hit.meanings.end(), [](const Meaning& meaning) {
             return meaning.what == Meaning::What::demonym;
           });
  }

  [[nodiscard]] bool part_of_longer(std::size_t token, std::size_t end) const {
    const Range range{static_cast<std::uint32_t>(token), static_cast<std::uint32_t>(end)};
    const std::uint32_t free = names_[token] > 0 ? range.first : 0;
    return end <= covered_to_[token] || part_of_longer_name(tokens_, range, free, lexicon_);
  }

  [[nodiscard]] std::size_t last_unread(std::size_t first, std::size_t end) const {
    std::size_t last = end;
    while (last > first + 1 && filler(last - 1)) --last;
    return last;
  }

  [[nodiscard]] Step best_step(std::size_t token) const {
    Step best = best_[token + 1];
    best.length = 0;
    if (!filler(token)) best.unread += tokens_[token].end - tokens_[token].start;
    for (const auto& hit : hits_[token]) {
      const Meaning* state = state_among(hit.meanings);
      if (state == nullptr || part_of_longer(token, token + hit.length)) continue;
      Step step = best_[token + hit.length];
      ++step.names;
      step.length = static_cast<std::uint32_t>(hit.length);
      step.state = state->entity;
      step.rule = state->kind == NameKind::former ? "former-name" : "state-name";
      if (step.better_than(best)) best = step;
    }
    return best;
  }

  /// In a list of states, a name shared with a territory means the state.
  [[nodiscard]] const Meaning* state_among(std::span<const Meaning> meanings) const {
    const Meaning* found = nullptr;
    for (const Meaning& meaning : meanings) {
      if (meaning.what != Meaning::What::state) continue;
      if (found == nullptr || !gazetteer_.states()[meaning.entity].territory()) found = &meaning;
    }
    return found;
  }

  /// Where text_[start, end) stands in the source; the whole field when it was cleaned.
  [[nodiscard]] records::Span span(std::size_t start, std::size_t end) const {
    const bool verbatim = text_.span.end - text_.span.start == text_.value.size();
    if (!text_.span.known() || !verbatim) return text_.span;
    return {text_.span.start + start, text_.span.start + end};
  }

  void add(std::size_t token, const Step& step, StateListLinks& links) const {
    if (exceptions_.names[token])
      return warn("excepted-state", tokens_[token].start, tokens_[token + step.length - 1].end,
                  "is excepted in a list of states, and none of it", links);
    add(tokens_[token].start, tokens_[token + step.length - 1].end, gazetteer_.states()[step.state],
        step.rule, links);
  }

  void add_codes(const std::vector<StateCode>& codes, StateListLinks& links) const {
    for (const StateCode& code : codes) {
      if (code.state != nullptr)
        add(code.start, code.end, *code.state, "state-code", links);
      else
        warn("unread-state", code.start, code.end,
             "is not surely the code of a state; write the name", links);
    }
  }

  void add(std::size_t start, std::size_t end, const State& state, std::string_view rule,
           StateListLinks& links) const {
    const bool again = std::any_of(links.states.begin(), links.states.end(),
                                   [&](const StateLink& link) { return link.state == &state; });
    if (again) return warn("repeated-state", start, end, "stands in the list already", links);
    links.states.push_back({&state, {span(start, end), quote(start, end), rule, 1.0}});
  }

  /// Nobody asks where the second name stands in the list, too.
  void tell_parted_names(StateListLinks& links) const {
    for (std::size_t token = 0; token < tokens_.size();
         token += std::max<std::size_t>(best_[token].length, 1)) {
      const Range name{static_cast<std::uint32_t>(token),
                       static_cast<std::uint32_t>(token + best_[token].length)};
      const auto second = second_name(tokens_, name, lexicon_);
      if (!second || exceptions_.names[token]) continue;
      const State* state = &gazetteer_.states()[*second];
      if (std::ranges::find(links.states, state, &StateLink::state) == links.states.end())
        warn("ambiguous-name", tokens_[name.first].start, tokens_[name.last - 1].end,
             parted_name_message, links);
    }
  }

  [[nodiscard]] std::string quote(std::size_t start, std::size_t end) const {
    return text_.value.substr(start, end - start);
  }

  void warn(const char* code, std::size_t start, std::size_t end, const char* what,
            StateListLinks& links) const {
    links.warnings.push_back({code, "“" + quote(start, end) + "” " + what, span(start, end)});
  }

  void report_unread(std::size_t first, std::size_t last, StateListLinks& links) const {
    warn("unread-state", tokens_[first].start, tokens_[last - 1].end,
         "in a list of states is the name of none", links);
  }

  const records::Text& text_;
  const Gazetteer& gazetteer_;
  const Lexicon& lexicon_;
  Tokens tokens_;
  std::vector<std::vector<Lexicon::NameHit>> hits_; ///< by token
  std::vector<std::size_t> covered_to_; ///< by token: the end of the phrase that is no state
  NamesByEnd names_;
  ListExceptions exceptions_;
  std::vector<Step> best_; ///< by token, from there to the end
};

} // namespace

StateListLinks link_states(const records::StateList& list, const Gazetteer& gazetteer) {
  StateListLinks links;
  bool excepting = false;
  if (list.items.empty()) {
    ListReader(list.raw, gazetteer).read(excepting, links);
  } else {
    for (const auto& item : list.items) ListReader(item, gazetteer).read(excepting, links);
  }
  return links;
}

} // namespace tela::gazetteer
