#include "publish/words.h"

#include "base/fold.h"
#include "base/require.h"
#include "base/utf8.h"

#include <unicode/uchar.h>

namespace tela::publish {

namespace {

bool is_word(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

} // namespace

std::vector<std::string> words(std::string_view text, std::size_t most) {
  base::require_utf8(text);
  constexpr std::size_t longest = 40;
  const std::string folded = base::fold(text);
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
