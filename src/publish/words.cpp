#include "publish/words.h"

#include "base/error.h"
#include "base/utf8.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace tela::publish {

namespace {

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_mark(UChar32 c) {
  return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

bool is_word(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

} // namespace

std::string fold(std::string_view text) {
  std::string result;
  if (is_ascii(text)) {
    result = text;
    for (char& c : result)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  const icu::UnicodeString decomposed = nfkd->normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}), status);
  if (U_FAILURE(status))
    throw base::Error(base::Failure::limit, "a text is too long to be indexed");
  icu::UnicodeString kept;
  for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1))
    if (const UChar32 c = decomposed.char32At(i); !is_mark(c)) kept.append(c);
  kept.toLower(icu::Locale::getRoot()).toUTF8String(result);
  return result;
}

std::vector<std::string> words(std::string_view text, std::size_t most) {
  constexpr std::size_t longest = 40;
  const std::string folded = fold(text);
  std::vector<std::string> result;
  std::string word;
  std::size_t length = 0;
  const auto end_word = [&] {
    if (length > 1 && result.size() < most) result.push_back(word);
    word.clear();
    length = 0;
  };
  for (std::size_t at = 0; at < folded.size() && result.size() < most;) {
    const std::size_t start = at;
    if (!is_word(base::next_code_point(folded, at)))
      end_word();
    else if (length++ < longest)
      word.append(folded, start, at - start);
  }
  end_word();
  return result;
}

} // namespace tela::publish
