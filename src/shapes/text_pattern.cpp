#include "shapes/text_pattern.h"

#include "base/error.h"

#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <cstdint>

namespace tela::shapes {

namespace {

constexpr std::int32_t work_limit = 500; // ICU's unit: some milliseconds on any machine
constexpr std::int32_t stack_limit = 1 << 20;

std::uint32_t icu_flags(const std::string& flags) {
  std::uint32_t result = 0;
  for (const char flag : flags) {
    switch (flag) {
    case 'i':
      result |= UREGEX_CASE_INSENSITIVE;
      break;
    case 'm':
      result |= UREGEX_MULTILINE;
      break;
    case 's':
      result |= UREGEX_DOTALL;
      break;
    case 'x':
      result |= UREGEX_COMMENTS;
      break;
    case 'q':
      result |= UREGEX_LITERAL;
      break;
    default:
      throw base::Error(base::Failure::input, "sh:flags \"" + flags + "\" has an unknown letter",
                        "use letters of imsxq");
    }
  }
  return result;
}

} // namespace

struct TextPattern::State {
  icu::UnicodeString text;
  std::unique_ptr<icu::RegexMatcher> matcher;
};

TextPattern::TextPattern(const std::string& pattern, const std::string& flags)
    : state_(std::make_unique<State>()) {
  UErrorCode status = U_ZERO_ERROR;
  state_->matcher = std::make_unique<icu::RegexMatcher>(icu::UnicodeString::fromUTF8(pattern),
                                                        icu_flags(flags), status);
  state_->matcher->setTimeLimit(work_limit, status);
  state_->matcher->setStackLimit(stack_limit, status);
  if (U_FAILURE(status) != 0)
    throw base::Error(base::Failure::input,
                      "sh:pattern \"" + pattern + "\" is no regular expression",
                      std::string("ICU says ") + u_errorName(status));
}

TextPattern::~TextPattern() = default;
TextPattern::TextPattern(TextPattern&&) noexcept = default;
TextPattern& TextPattern::operator=(TextPattern&&) noexcept = default;

bool TextPattern::occurs_in(std::string_view text) {
  state_->text =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  state_->matcher->reset(state_->text);
  UErrorCode status = U_ZERO_ERROR;
  const bool found = state_->matcher->find(0, status) != 0;
  if (U_FAILURE(status) != 0)
    throw base::Error(base::Failure::limit, "a sh:pattern takes too long on a text of the data",
                      "write it without nested repetitions");
  return found;
}

} // namespace tela::shapes
