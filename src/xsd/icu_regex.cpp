#include "xsd/icu_regex.h"

#include "base/error.h"
#include "xsd/regex_replacement.h"

#include <unicode/regex.h>
#include <unicode/utext.h>
#include <unicode/utypes.h>

#include <exception>
#include <utility>

namespace tela::xsd {

namespace {

constexpr int32_t most_work = 1'000; // ICU's unit, about a millisecond
constexpr int32_t most_stack_bytes = 1 << 22U;

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

[[noreturn]] void fail_to_make() {
  throw base::Error(base::Failure::limit, "a regular expression is too large",
                    "write it with fewer characters and counts");
}

class IcuRegex final : public Regex {
 public:
  IcuRegex(const RegexSyntax& syntax, bool literal, const base::Cancellation* stop)
      : literal_(literal), stop_(stop), pattern_bytes_(syntax.icu.size()) {
    UErrorCode error = U_ZERO_ERROR;
    matcher_ = std::make_unique<icu::RegexMatcher>(icu::UnicodeString::fromUTF8(syntax.icu),
                                                   UREGEX_UNIX_LINES, error);
    if (U_FAILURE(error) != 0) fail_to_make();
    matcher_->setTimeLimit(most_work, error);
    matcher_->setStackLimit(most_stack_bytes, error);
    matcher_->setMatchCallback(may_go_on, this, error);
    if (U_FAILURE(error) != 0) fail_to_make();
  }

  bool found_in(std::string_view text) const override {
    TextView input(text);
    matcher_->reset(input.get());
    return find_next();
  }

  bool replace(std::string_view text, std::string_view replacement,
               const Append& append) const override {
    const auto with = literal_ ? RegexReplacement{{{std::string(replacement), std::nullopt}}}
                               : parse_replacement(replacement, matcher_->groupCount());
    if (!with || found_in("")) return false;
    TextView input(text);
    matcher_->reset(input.get());
    std::size_t end = 0;
    while (find_next()) {
      const std::string_view match = group(text, 0);
      append(text.substr(end, static_cast<std::size_t>(match.data() - text.data()) - end));
      for (const auto& part : with->parts) {
        append(part.text);
        if (part.group) append(group(text, *part.group));
      }
      end = static_cast<std::size_t>(match.data() - text.data()) + match.size();
    }
    append(text.substr(end));
    return true;
  }

  std::size_t bytes() const override {
    constexpr std::size_t about = 64; // of a byte of the pattern, once it is compiled
    return pattern_bytes_ * about;
  }

 private:
  /// Called by the C library now and then: must not throw.
  static UBool may_go_on(const void* self, int32_t) noexcept {
    const auto& regex = *static_cast<const IcuRegex*>(self);
    try {
      if (regex.stop_ != nullptr) regex.stop_->check();
      return 1;
    } catch (...) {
      regex.stopped_ = std::current_exception();
      return 0;
    }
  }

  bool find_next() const {
    UErrorCode error = U_ZERO_ERROR;
    const bool found = matcher_->find(error) != 0;
    if (stopped_) std::rethrow_exception(std::exchange(stopped_, nullptr));
    if (U_FAILURE(error) != 0)
      throw base::Error(base::Failure::limit, "a regular expression takes too long on a text",
                        "write it without nested repetitions");
    return found;
  }

  [[nodiscard]] std::string_view group(std::string_view text, int32_t number) const {
    UErrorCode error = U_ZERO_ERROR;
    const int64_t begin = matcher_->start64(number, error);
    const int64_t end = matcher_->end64(number, error);
    if (begin < 0 || U_FAILURE(error) != 0) return {}; // has taken no part
    return text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
  }

  bool literal_;
  const base::Cancellation* stop_;
  std::size_t pattern_bytes_;
  std::unique_ptr<icu::RegexMatcher> matcher_;
  mutable std::exception_ptr stopped_; ///< what may_go_on() has caught
};

} // namespace

std::unique_ptr<Regex> make_icu_regex(const RegexSyntax& syntax, bool literal,
                                      const base::Cancellation* stop) {
  return std::make_unique<IcuRegex>(syntax, literal, stop);
}

} // namespace tela::xsd
