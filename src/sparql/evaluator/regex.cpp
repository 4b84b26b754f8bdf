#include "sparql/evaluator/regex.h"

#include "sparql/evaluator/regex_automaton.h"
#include "sparql/evaluator/regex_syntax.h"

#include <unicode/regex.h>
#include <unicode/utext.h>
#include <unicode/utypes.h>

namespace tela::sparql::evaluator {

namespace {

/// A text of ours as ICU wants it; closed at the end.
class TextView {
 public:
  explicit TextView(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    utext_openUTF8(&text_, text.data(), static_cast<int64_t>(text.size()), &error);
  }
  ~TextView() { utext_close(&text_); }
  TextView(const TextView&) = delete;
  TextView& operator=(const TextView&) = delete;

  [[nodiscard]] UText* get() { return &text_; }

 private:
  UText text_ = UTEXT_INITIALIZER;
};

/// Rewrites what XPath and ICU read differently: with flag x white space goes, except in classes;
/// without flag m "$" is the very end; "[a-z-[aeiou]]" takes one set from another.
class Translator {
 public:
  Translator(std::string_view pattern, bool strip_space, bool multi_line)
      : pattern_(pattern), strip_space_(strip_space), multi_line_(multi_line) {}

  std::string translate() {
    for (; at_ < pattern_.size(); ++at_) step(pattern_[at_]);
    return std::move(out_);
  }

 private:
  void step(char c) {
    if (c == '\\') {
      escape();
    } else if (depth_ > 0) {
      in_class(c);
    } else if (c == '[') {
      ++depth_;
      out_ += c;
    } else if (c == '$' && !multi_line_) {
      out_ += "\\z";
    } else if (!strip_space_ || (c != ' ' && c != '\t' && c != '\n' && c != '\r')) {
      out_ += c;
    }
  }

  void escape() {
    const char next = at_ + 1 < pattern_.size() ? pattern_[at_ + 1] : '\0';
    switch (next) {
    case 'i':
      out_ += depth_ > 0 ? "_:A-Za-z\\p{L}" : "[_:A-Za-z\\p{L}]";
      break;
    case 'c':
      out_ += depth_ > 0 ? "-._:A-Za-z0-9\\p{L}\\p{Nd}" : "[-._:A-Za-z0-9\\p{L}\\p{Nd}]";
      break;
    case 'I':
      out_ += "[^_:A-Za-z\\p{L}]";
      break;
    case 'C':
      out_ += "[^-._:A-Za-z0-9\\p{L}\\p{Nd}]";
      break;
    case '\0':
      out_ += '\\';
      return;
    default:
      (out_ += '\\') += next;
    }
    ++at_;
  }

  void in_class(char c) {
    if (c == '-' && at_ + 1 < pattern_.size() && pattern_[at_ + 1] == '[') {
      out_ += "--";
      return;
    }
    if (c == '[') ++depth_;
    if (c == ']') --depth_;
    if (c == '&') out_ += '\\'; // "&&" is an operator for ICU only
    out_ += c;
  }

  std::string_view pattern_;
  bool strip_space_, multi_line_;
  std::string out_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

uint32_t icu_flags(const RegexFlags& flags) {
  uint32_t result = UREGEX_UNIX_LINES; // only a newline ends a line
  if (flags.dot_all) result |= UREGEX_DOTALL;
  if (flags.multi_line) result |= UREGEX_MULTILINE;
  if (flags.case_insensitive) result |= UREGEX_CASE_INSENSITIVE;
  if (flags.literal) result |= UREGEX_LITERAL;
  return result;
}

/// The replacement as ICU reads it: the same syntax, but XPath allows nothing else behind a
/// backslash or a dollar sign.
bool is_valid_replacement(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\' && text[at] != '$') continue;
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    if (text[at] == '$' && (next < '0' || next > '9')) return false;
    if (text[at] == '\\' && next != '\\' && next != '$') return false;
    ++at;
  }
  return true;
}

class IcuRegex final : public Regex {
 public:
  explicit IcuRegex(std::unique_ptr<icu::RegexMatcher> matcher, bool literal)
      : matcher_(std::move(matcher)), literal_(literal) {}

  std::optional<bool> found_in(std::string_view text) const override {
    if (text.size() > max_text_bytes) return std::nullopt;
    TextView input(text);
    matcher_->reset(input.get());
    UErrorCode error = U_ZERO_ERROR;
    const bool found = matcher_->find(error) != 0;
    if (U_FAILURE(error) != 0) return std::nullopt;
    return found;
  }

  std::optional<std::string> replaced(std::string_view text,
                                      std::string_view replacement) const override {
    if (text.size() > max_text_bytes || (!literal_ && !is_valid_replacement(replacement)) ||
        found_in("").value_or(true))
      return std::nullopt;
    const std::string icu_replacement = literal_ ? escaped(replacement) : std::string(replacement);
    TextView input(text);
    matcher_->reset(input.get());
    UErrorCode error = U_ZERO_ERROR;
    TextView with(icu_replacement);
    UText* result = matcher_->replaceAll(with.get(), nullptr, error);
    if (U_FAILURE(error) != 0) return std::nullopt;
    std::string out = contents(result);
    utext_close(result);
    return out;
  }

 private:
  static std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
      if (c == '\\' || c == '$') result += '\\';
      result += c;
    }
    return result;
  }

  static std::string contents(UText* text) {
    icu::UnicodeString units;
    const int64_t length = utext_nativeLength(text);
    UErrorCode error = U_ZERO_ERROR;
    const int32_t size = utext_extract(text, 0, length, nullptr, 0, &error);
    error = U_ZERO_ERROR;
    utext_extract(text, 0, length, units.getBuffer(size + 1), size + 1, &error);
    units.releaseBuffer(size);
    std::string out;
    units.toUTF8String(out);
    return out;
  }

  std::unique_ptr<icu::RegexMatcher> matcher_;
  bool literal_;
};

std::unique_ptr<IcuRegex> compile_icu(std::string_view pattern, const RegexFlags& flags) {
  std::string translated(pattern);
  if (!flags.literal)
    translated = Translator(pattern, flags.free_spacing, flags.multi_line).translate();
  UErrorCode error = U_ZERO_ERROR;
  auto matcher = std::make_unique<icu::RegexMatcher>(icu::UnicodeString::fromUTF8(translated),
                                                     icu_flags(flags), error);
  if (U_FAILURE(error) != 0) return nullptr;
  matcher->setTimeLimit(50, error);        // about as many milliseconds
  matcher->setStackLimit(1 << 22U, error); // bytes
  if (U_FAILURE(error) != 0) return nullptr;
  return std::make_unique<IcuRegex>(std::move(matcher), flags.literal);
}

/// An automaton where only the fact of a match counts, ICU where the match itself does.
class FastRegex final : public Regex {
 public:
  FastRegex(RegexAutomaton automaton, std::string_view pattern, const RegexFlags& flags)
      : automaton_(std::move(automaton)), pattern_(pattern), flags_(flags) {}

  std::optional<bool> found_in(std::string_view text) const override {
    if (text.size() > max_text_bytes) return std::nullopt;
    return automaton_.found_in(text);
  }

  std::optional<std::string> replaced(std::string_view text,
                                      std::string_view replacement) const override {
    if (!icu_) icu_ = compile_icu(pattern_, flags_);
    return icu_ ? icu_->replaced(text, replacement) : std::nullopt;
  }

 private:
  mutable RegexAutomaton automaton_;
  std::string pattern_;
  RegexFlags flags_;
  mutable std::unique_ptr<IcuRegex> icu_;
};

} // namespace

std::unique_ptr<Regex> Regex::compile(std::string_view pattern, std::string_view flags) {
  const auto parsed = parse_regex_flags(flags);
  if (!parsed || pattern.size() > max_pattern_bytes) return nullptr;
  if (const auto syntax = parse_regex(pattern, *parsed))
    if (auto automaton = RegexAutomaton::compile(*syntax, parsed->multi_line))
      return std::make_unique<FastRegex>(std::move(*automaton), pattern, *parsed);
  return compile_icu(pattern, *parsed);
}

const Regex* RegexCache::find(std::string_view pattern, std::string_view flags) {
  if (last_ != nullptr && last_->first == pattern && last_->second == flags) return last_regex_;
  if (compiled_.size() >= most) compiled_.clear();
  const auto [entry, fresh] =
      compiled_.try_emplace(Key{std::string(pattern), std::string(flags)}, nullptr);
  if (fresh) entry->second = Regex::compile(pattern, flags);
  last_ = &entry->first;
  last_regex_ = entry->second.get();
  return last_regex_;
}

} // namespace tela::sparql::evaluator
