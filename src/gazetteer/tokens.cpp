#include "gazetteer/tokens.h"

#include "base/fold.h"
#include "base/require.h"
#include "base/utf8.h"
#include "gazetteer/char_class.h"

#include <algorithm>
#include <limits>
#include <string>

namespace tela::gazetteer {

namespace {

char mark_of(char32_t code_point) {
  return code_point > 0 && code_point < 0x80 ? static_cast<char>(code_point) : '*';
}

/// Walks over the code points of a text and hands out words and marks.
class Scanner {
 public:
  Scanner(std::string_view text, const WordTable& words) : text_(text), words_(words) {
    tokens_.reserve(text.size() / 5 + 8);
  }

  Tokens run() {
    while (at_ < text_.size()) take(at_);
    end_word(text_.size());
    return std::move(tokens_);
  }

 private:
  void take(std::size_t start) {
    if (is_ascii_letter(text_[start])) {
      ++at_;
      take_ascii(text_[start], start);
      return;
    }
    if (text_[start] == ' ') {
      ++at_;
      part(start, Gap::space);
      return;
    }
    const char32_t code_point = base::next_code_point(text_, at_);
    switch (char_class(code_point)) {
    case CharClass::letter:
      take_letter(is_upper(code_point), false, start);
      base::append_folded(folded_, code_point);
      break;
    case CharClass::ignorable:
      break;
    case CharClass::apostrophe:
      part(start, Gap::apostrophe);
      break;
    case CharClass::hyphen:
      take_hyphen(start);
      break;
    case CharClass::space:
    case CharClass::quote:
      part(start, Gap::space);
      break;
    case CharClass::newline:
      add_mark('\n', start);
      break;
    case CharClass::mark:
      take_mark(mark_of(code_point), start);
      break;
    }
  }

  void take_ascii(char byte, std::size_t start) {
    const bool upper = byte >= 'A' && byte <= 'Z';
    take_letter(upper, byte <= '9', start);
    folded_ += upper ? static_cast<char>(byte + ('a' - 'A')) : byte;
  }

  void take_letter(bool upper, bool digit, std::size_t start) {
    if (folded_.empty()) {
      word_.start = static_cast<std::uint32_t>(start);
      word_.initial_upper = upper;
      word_.number = true;
      word_.shortened = false;
      letters_ = uppers_ = 0;
      cuts_.clear();
    } else if (upper && previous_lower_) {
      cuts_.push_back({start, folded_.size()});
    }
    word_.number = word_.number && digit;
    ++letters_;
    uppers_ += upper ? 1 : 0;
    previous_lower_ = !upper && !digit;
  }

  void take_hyphen(std::size_t start) {
    const bool inside = !folded_.empty() && at_ < text_.size() && next_is_letter();
    if (inside || starts_after_break(start)) {
      part(start, Gap::hyphen);
    } else {
      add_mark('-', start);
    }
  }

  /// A hyphen glued to the abbreviation before it: "E.-U.".
  [[nodiscard]] bool starts_after_break(std::size_t start) const {
    return folded_.empty() && start > 0 && text_[start - 1] == '.' && next_is_letter();
  }

  [[nodiscard]] bool next_is_letter() const {
    if (at_ >= text_.size()) return false;
    std::size_t next = at_;
    return char_class(base::next_code_point(text_, next)) == CharClass::letter;
  }

  void take_mark(char mark, std::size_t start) {
    if (mark == '.' && ends_abbreviation()) {
      word_.shortened = true;
      part(start, Gap::none);
      return;
    }
    add_mark(mark, start);
  }

  [[nodiscard]] bool ends_abbreviation() const {
    if (folded_.empty()) return false;
    if (letters_ == 1 && uppers_ == 1) return true;
    const Abbreviation known = words_.abbreviation(folded_);
    const bool behind_another = !tokens_.empty() && tokens_.back().shortened;
    return known.known && (uppers_ > 0 || known.lower || behind_another);
  }

  void part(std::size_t end, Gap gap) {
    end_word(end);
    if (gap_ == Gap::none || gap == Gap::space) gap_ = gap;
  }

  void end_word(std::size_t end) {
    if (folded_.empty()) return;
    const WordId known = words_.find(folded_);
    if (known == 0 && !cuts_.empty()) {
      push_parts(end);
    } else {
      push_word(folded_, known, end, letters_, uppers_);
    }
    folded_.clear();
    gap_ = Gap::none;
  }

  /// The parts of a word that is none: names without a space between them.
  void push_parts(std::size_t end) {
    const bool shortened = word_.shortened;
    std::size_t from = 0;
    for (const Cut& cut : cuts_) {
      word_.shortened = false;
      push_part(from, cut.folded, cut.byte);
      word_.start = static_cast<std::uint32_t>(cut.byte);
      word_.initial_upper = true;
      gap_ = Gap::none;
      from = cut.folded;
    }
    word_.shortened = shortened;
    push_part(from, folded_.size(), end);
  }

  void push_part(std::size_t from, std::size_t to, std::size_t end) {
    const std::string_view part = std::string_view(folded_).substr(from, to - from);
    push_word(part, words_.find(part), end, 2, 1); // a capital and a small letter at least
  }

  void push_word(std::string_view folded, WordId known, std::size_t end, int letters, int uppers) {
    word_.end = static_cast<std::uint32_t>(end);
    word_.word = known;
    word_.stem = words_.find_stem(folded, known);
    word_.all_upper = letters > 1 && letters == uppers;
    word_.gap = gap_;
    tokens_.push_back(word_);
  }

  void add_mark(char mark, std::size_t start) {
    end_word(start);
    Token token;
    token.start = static_cast<std::uint32_t>(start);
    token.end = static_cast<std::uint32_t>(at_);
    token.mark = mark;
    token.gap = gap_;
    token.word = token.stem = words_.find(std::string_view(&mark, 1));
    tokens_.push_back(token);
    gap_ = Gap::none;
  }

  std::string_view text_;
  const WordTable& words_;
  std::size_t at_ = 0;
  Tokens tokens_;

  Token word_;         // the word being read
  std::string folded_; // its letters so far; empty between words
  int letters_ = 0;
  int uppers_ = 0;
  bool previous_lower_ = false;
  struct Cut {
    std::size_t byte;   // of the text
    std::size_t folded; // of folded_
  };
  std::vector<Cut> cuts_; // where a capital follows a small letter
  Gap gap_ = Gap::none;
};

} // namespace

Tokens tokenise(std::string_view text, const WordTable& words) {
  base::require_utf8(text);
  base::require(text.size() <= std::numeric_limits<std::uint32_t>::max(), "under 4 GiB");
  return Scanner(text, words).run();
}

std::vector<std::string> folded_words(std::string_view name) {
  std::vector<std::string> words;
  words.reserve(8);
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = 0; at < name.size();) {
    const char32_t code_point = base::next_code_point(name, at);
    const auto kind = char_class(code_point);
    if (kind == CharClass::letter) base::append_folded(word, code_point);
    if (kind == CharClass::letter || kind == CharClass::ignorable) continue;
    end_word();
    if (kind == CharClass::mark && code_point != U'.') words.emplace_back(1, mark_of(code_point));
  }
  end_word();
  return words;
}

} // namespace tela::gazetteer
