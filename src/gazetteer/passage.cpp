#include "gazetteer/passage.h"

#include <algorithm>

namespace tela::gazetteer {

Passage::Passage(const records::Record& record, const WordTable& words)
    : record_(record), language_(language_of(record.language)) {
  text_.reserve(record.title.value.size() + record.body.value.size() + 1);
  text_ += record.title.value;
  text_ += '\n';
  body_start_ = text_.size();
  text_ += record.body.value;
  tokens_ = tokenise(text_, words);
  mark_sections();
  cut_sentences();
}

void Passage::mark_sections() {
  report_.assign(tokens_.size(), true);
  const auto* article = record_.article();
  if (article == nullptr) return;
  for (const auto& section : article->sections)
    for (std::size_t token = 0; token < tokens_.size(); ++token)
      if (tokens_[token].start >= body_start_ + section.start &&
          tokens_[token].start < body_start_ + section.end)
        report_[token] = false;
}

bool Passage::ends_sentence(std::uint32_t token) const {
  switch (tokens_[token].mark) {
  case '\n':
  case '?':
  case '!':
    return true;
  case '.': {
    const std::size_t next = token + 1U;
    return next >= tokens_.size() || !tokens_[next].is_word() || tokens_[next].gap == Gap::space;
  }
  default:
    return false;
  }
}

void Passage::cut_sentences() {
  std::uint32_t first = 0;
  const auto close = [&](std::uint32_t last) {
    if (last > first) {
      const bool title = tokens_[first].start < body_start_;
      sentences_.push_back({{first, last}, title});
    }
    first = last;
  };
  for (std::uint32_t token = 0; token < tokens_.size(); ++token) {
    if (token > 0 && report_[token] != report_[token - 1]) close(token);
    if (ends_sentence(token)) close(token + 1);
  }
  close(static_cast<std::uint32_t>(tokens_.size()));
}

std::vector<Range> Passage::paragraphs() const {
  std::vector<Range> found;
  bool goes_on = false;
  for (const Sentence& sentence : sentences_) {
    if (sentence.title) continue;
    if (!goes_on) found.push_back(sentence);
    found.back().last = sentence.last;
    goes_on = tokens_[sentence.last - 1].mark != '\n';
  }
  return found;
}

std::size_t Passage::sentence_of(std::uint32_t token) const {
  const auto after = std::upper_bound(
      sentences_.begin(), sentences_.end(), token,
      [](std::uint32_t at, const Sentence& sentence) { return at < sentence.first; });
  return static_cast<std::size_t>(after - sentences_.begin()) - 1;
}

std::string_view Passage::text(const Token& token) const {
  return std::string_view(text_).substr(token.start, token.end - token.start);
}

std::string_view Passage::text(Range range) const {
  const auto start = tokens_[range.first].start;
  return std::string_view(text_).substr(start, tokens_[range.last - 1].end - start);
}

records::Span Passage::span(Range range) const {
  const std::size_t start = tokens_[range.first].start;
  const std::size_t end = tokens_[range.last - 1].end;
  if (start >= body_start_) return record_.body.span(start - body_start_, end - body_start_);
  const auto& title = record_.title;
  if (!title.span.known()) return {};
  const auto& offsets = record_.title_offsets;
  if (offsets.size() == title.value.size())
    return {offsets[start], end < offsets.size() ? offsets[end - 1] + 1 : title.span.end};
  const bool verbatim = title.span.end - title.span.start == title.value.size();
  if (!verbatim) return title.span; // cleaned before it was written as XML
  return {title.span.start + start, title.span.start + end};
}

} // namespace tela::gazetteer
