#include "gazetteer/state_list.h"

#include "gazetteer/lexicon.h"
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

/// Words that stand between names and mean nothing: articles, "and".
bool is_filler(const Token& token, std::string_view text) {
  if (!token.is_word()) return true;
  for (const std::string_view filler : {"et", "and", "y", "e", "la", "le", "les", "the", "l", "el",
                                        "los", "las", "de", "du", "des", "d"})
    if (text == filler) return true;
  return false;
}

class ListReader {
 public:
  ListReader(const records::Text& text, const Gazetteer& gazetteer)
      : text_(text), gazetteer_(gazetteer), lexicon_(gazetteer.lexicon()),
        tokens_(tokenise(text.value, lexicon_.words())), best_(tokens_.size() + 1) {}

  void read(StateListLinks& links) {
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
  }

 private:
  [[nodiscard]] std::string_view text(std::size_t token) const {
    return std::string_view(text_.value)
        .substr(tokens_[token].start, tokens_[token].end - tokens_[token].start);
  }
  [[nodiscard]] bool filler(std::size_t token) const {
    return is_filler(tokens_[token], text(token));
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
    std::vector<Lexicon::NameHit> hits;
    lexicon_.names(tokens_, token, hits);
    for (const auto& hit : hits) {
      const Meaning* state = state_among(hit.meanings);
      if (state == nullptr) continue;
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
    const State* state = &gazetteer_.states()[step.state];
    const auto start = tokens_[token].start, end = tokens_[token + step.length - 1].end;
    const auto quote = text_.value.substr(start, end - start);
    const bool again = std::any_of(links.states.begin(), links.states.end(),
                                   [&](const StateLink& link) { return link.state == state; });
    if (again) {
      links.warnings.push_back(
          {"repeated-state", "“" + quote + "” stands in the list already", span(start, end)});
    } else {
      links.states.push_back({state, {span(start, end), quote, step.rule, 1.0}});
    }
  }

  void report_unread(std::size_t first, std::size_t last, StateListLinks& links) const {
    const auto start = tokens_[first].start, end = tokens_[last - 1].end;
    links.warnings.push_back(
        {"unread-state",
         "“" + text_.value.substr(start, end - start) + "” in a list of states is the name of none",
         span(start, end)});
  }

  const records::Text& text_;
  const Gazetteer& gazetteer_;
  const Lexicon& lexicon_;
  Tokens tokens_;
  std::vector<Step> best_; ///< by token, from there to the end
};

} // namespace

StateListLinks link_states(const records::StateList& list, const Gazetteer& gazetteer) {
  StateListLinks links;
  if (list.items.empty()) {
    ListReader(list.raw, gazetteer).read(links);
  } else {
    for (const auto& item : list.items) ListReader(item, gazetteer).read(links);
  }
  return links;
}

} // namespace tela::gazetteer
