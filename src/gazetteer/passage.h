#pragma once

#include "gazetteer/language.h"
#include "gazetteer/tokens.h"
#include "records/record.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tela::gazetteer {

/// tokens[first, last) of a passage.
struct Range {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  [[nodiscard]] bool contains(std::uint32_t token) const noexcept {
    return first <= token && token < last;
  }
  [[nodiscard]] bool contains(const Range& other) const noexcept {
    return first <= other.first && other.last <= last;
  }
  bool operator==(const Range&) const = default;
};

struct Sentence : Range {
  bool title = false;
};

/// Title and running text of a record as one row of tokens, cut into sentences, with the way back
/// to the source. Refers to the record, which must outlive it.
class Passage {
 public:
  Passage(const records::Record& record, const WordTable& words);

  [[nodiscard]] Language language() const noexcept { return language_; }
  [[nodiscard]] std::span<const Token> tokens() const noexcept { return tokens_; }
  [[nodiscard]] std::span<const Sentence> sentences() const noexcept { return sentences_; }
  /// The stretches between line ends, without the title; in order. Cost: linear.
  [[nodiscard]] std::vector<Range> paragraphs() const;
  /// Number of the sentence that `token` is in. Cost: logarithmic.
  [[nodiscard]] std::size_t sentence_of(std::uint32_t token) const;
  /// False in the dateline and the contact lines, where nothing named is a mention.
  [[nodiscard]] bool in_report(std::uint32_t token) const noexcept { return report_[token]; }

  /// What the tokens count their bytes in: the title, a line end, the running text.
  [[nodiscard]] std::string_view whole_text() const noexcept { return text_; }
  /// The words of a token or range as they stand.
  [[nodiscard]] std::string_view text(const Token& token) const;
  [[nodiscard]] std::string_view text(Range range) const;
  /// Where they stand in the source; unknown when the record was not read from text.
  [[nodiscard]] records::Span span(Range range) const;

 private:
  void mark_sections();
  void cut_sentences();
  [[nodiscard]] bool ends_sentence(std::uint32_t token) const;

  const records::Record& record_;
  Language language_;
  std::size_t body_start_ = 0; ///< bytes of text_ before the body
  std::string text_;
  Tokens tokens_;
  std::vector<Sentence> sentences_;
  std::vector<bool> report_; ///< by token
};

} // namespace tela::gazetteer
