#include "sparql/evaluator/letter_case.h"

#include "base/require.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/stringpiece.h>

#include <exception>

namespace tela::sparql::evaluator {

namespace {

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<int32_t>(text.size())};
}

/// Hands on what ICU makes. ICU is not made to be thrown through: what `take` throws waits, and
/// what comes behind it is dropped.
class PieceSink final : public icu::ByteSink {
 public:
  explicit PieceSink(const TakePiece& take) : take_(take) {}

  void Append(const char* bytes, int32_t count) override {
    if (failure_) return;
    try {
      take_({bytes, static_cast<std::size_t>(count)});
    } catch (...) {
      failure_ = std::current_exception();
    }
  }

  void finish() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  const TakePiece& take_;
  std::exception_ptr failure_;
};

} // namespace

void to_upper_case(std::string_view text, const TakePiece& take) {
  base::require_utf8(text);
  UErrorCode error = U_ZERO_ERROR;
  PieceSink sink(take);
  icu::CaseMap::utf8ToUpper("", 0, piece(text), sink, nullptr, error);
  sink.finish();
}

void to_lower_case(std::string_view text, const TakePiece& take) {
  base::require_utf8(text);
  UErrorCode error = U_ZERO_ERROR;
  PieceSink sink(take);
  icu::CaseMap::utf8ToLower("", 0, piece(text), sink, nullptr, error);
  sink.finish();
}

} // namespace tela::sparql::evaluator
