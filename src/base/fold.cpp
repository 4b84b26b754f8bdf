#include "base/fold.h"

#include "base/error.h"
#include "base/require.h"
#include "base/utf8.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>

namespace tela::base {

namespace {

constexpr char32_t table_size = 0x250; // Basic Latin to Latin Extended-B

/// What people type for Latin letters that Unicode does not take apart, or not so.
std::string_view typed_as(char32_t lower) {
  switch (lower) {
  case U'ß':
    return "ss";
  case U'æ':
    return "ae";
  case U'œ':
    return "oe";
  case U'þ':
    return "th";
  case U'ø':
    return "o";
  case U'đ':
  case U'ð':
    return "d";
  case U'ħ':
    return "h";
  case U'ı':
    return "i";
  case U'ĸ':
    return "k";
  case U'ł':
  case U'ŀ': // would leave a point
    return "l";
  case U'ŋ':
  case U'ŉ': // would leave an apostrophe
    return "n";
  case U'ŧ':
    return "t";
  default:
    return {};
  }
}

bool is_mark(UChar32 c) {
  return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

const icu::Normalizer2& decomposer() {
  static const icu::Normalizer2& nfkd = []() -> const icu::Normalizer2& {
    UErrorCode status = U_ZERO_ERROR;
    const auto* found = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status) != 0) throw Error(Failure::input, "ICU has no data to fold letters by");
    return *found;
  }();
  return nfkd;
}

/// A code point that no decomposition takes apart any more.
void append_part(std::string& out, UChar32 part) {
  if (is_mark(part)) return;
  const auto lower = static_cast<char32_t>(u_foldCase(part, U_FOLD_CASE_DEFAULT));
  if (const auto typed = typed_as(lower); !typed.empty())
    out += typed;
  else
    append_utf8(out, lower);
}

void append_by_icu(std::string& out, char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  const auto lower = static_cast<char32_t>(u_foldCase(c, U_FOLD_CASE_DEFAULT));
  icu::UnicodeString parts;
  if (!typed_as(lower).empty() || !decomposer().getDecomposition(c, parts))
    return append_part(out, c);
  for (std::int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1))
    append_part(out, parts.char32At(at));
}

const std::array<std::string, table_size>& latin() {
  static const auto table = [] {
    std::array<std::string, table_size> folded;
    for (char32_t c = 0; c < table_size; ++c) append_by_icu(folded[c], c);
    return folded;
  }();
  return table;
}

} // namespace

void append_folded(std::string& out, char32_t code_point) {
  require(code_point < 0xD800 || (code_point > 0xDFFF && code_point <= 0x10FFFF),
          "a Unicode scalar value");
  if (code_point < table_size)
    out += latin()[code_point];
  else
    append_by_icu(out, code_point);
}

std::string fold(std::string_view text) {
  require_utf8(text);
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append_folded(folded, next_code_point(text, at));
  return folded;
}

} // namespace tela::base
