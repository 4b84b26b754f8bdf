#include "publish/language.h"

#include <algorithm>

namespace tela::publish {

LocalText same_for_all(std::string_view text, std::string_view language) {
  LocalText result;
  result.text.fill(std::string(text));
  result.language.fill(std::string(language));
  return result;
}

LocalText local_text(const Phrase& phrase) {
  LocalText result;
  std::ranges::copy(phrase, result.text.begin());
  std::ranges::copy(language_tags, result.language.begin());
  return result;
}

} // namespace tela::publish
