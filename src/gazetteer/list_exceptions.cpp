#include "gazetteer/list_exceptions.h"

#include <algorithm>
#include <string_view>

namespace tela::gazetteer {

namespace {

class Finder {
 public:
  Finder(std::span<const Token> tokens, const NamesByEnd& names, const Lexicon& lexicon)
      : tokens_(tokens), names_(names),
        lexicon_(lexicon), found_{std::vector<bool>(tokens.size()),
                                  std::vector<bool>(tokens.size())} {}

  ListExceptions find(bool& goes_on) {
    for (std::size_t token = 0; token < tokens_.size();) {
      const std::size_t length = phrase_at(token);
      for (std::size_t end = token + length; token < end; ++token) step(token);
      if (is_phrase_) except(token - length, token);
    }
    if (goes_on) std::fill(found_.names.begin(), found_.names.end(), true);
    goes_on = goes_on || goes_on_;
    return std::move(found_);
  }

 private:
  /// Tokens to step over: of "al menos" the "menos" is no exception.
  std::size_t phrase_at(std::size_t token) {
    cues_.clear();
    lexicon_.cues(tokens_, token, Language::other, cues_);
    const auto longest = std::ranges::max_element(cues_, {}, [](const Lexicon::CueHit& hit) {
      return 2 * hit.length + (hit.cue == Cue::except ? 1 : 0);
    });
    is_phrase_ = longest != cues_.end() && longest->cue == Cue::except;
    return longest == cues_.end() ? 1 : longest->length;
  }

  /// Keeps what stands before: the bracket that is open and the last name.
  void step(std::size_t token) {
    const char mark = tokens_[token].mark;
    if (mark == '(' || mark == '[') closing_ = mark == '(' ? ')' : ']';
    if (mark == ')' || mark == ']') closing_ = 0;
    if (names_[token] > 0) last_name_ = token;
  }

  void except(std::size_t first, std::size_t last) {
    std::fill_n(found_.phrases.begin() + static_cast<std::ptrdiff_t>(first), last - first, true);
    if (last == tokens_.size() || is_any(last, "),]")) return except_name_before();
    if (found_.names[last]) return; // within another exception
    const std::size_t end = end_from(last);
    std::fill_n(found_.names.begin() + static_cast<std::ptrdiff_t>(last), end - last, true);
    goes_on_ = goes_on_ || (end == tokens_.size() && last_name_ == 0);
  }

  void except_name_before() {
    for (std::size_t token = last_name_ - names_[last_name_]; token < last_name_; ++token)
      found_.names[token] = true;
  }

  [[nodiscard]] bool is_any(std::size_t token, std::string_view marks) const {
    return tokens_[token].mark != 0 && marks.find(tokens_[token].mark) != std::string_view::npos;
  }

  [[nodiscard]] std::size_t end_from(std::size_t last) const {
    const bool named = name_follows(last);
    std::size_t end = last;
    while (end < tokens_.size() && !is_any(end, ";\n") && !is_any(end, named ? "" : ",") &&
           (closing_ == 0 || tokens_[end].mark != closing_))
      ++end;
    return end;
  }

  /// With nothing but articles and marks before it.
  [[nodiscard]] bool name_follows(std::size_t token) const {
    const NameWords& words = lexicon_.name_words();
    std::vector<Lexicon::NameHit> hits;
    for (; token < tokens_.size() && !is_any(token, ",;\n"); ++token) {
      lexicon_.names(tokens_, token, hits);
      if (!hits.empty()) return true;
      if (tokens_[token].is_word() && !words.is_small(tokens_[token].word)) return false;
    }
    return false;
  }

  std::span<const Token> tokens_;
  const NamesByEnd& names_;
  const Lexicon& lexicon_;
  ListExceptions found_;
  std::vector<Lexicon::CueHit> cues_;
  bool is_phrase_ = false;
  bool goes_on_ = false;
  char closing_ = 0;          ///< of the bracket that is open; 0: none is
  std::size_t last_name_ = 0; ///< the token behind the last name; 0: there was none
};

} // namespace

ListExceptions find_exceptions(std::span<const Token> tokens, const NamesByEnd& names,
                               const Lexicon& lexicon, bool& goes_on) {
  return Finder(tokens, names, lexicon).find(goes_on);
}

} // namespace tela::gazetteer
