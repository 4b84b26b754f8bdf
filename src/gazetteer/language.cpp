#include "gazetteer/language.h"

namespace tela::gazetteer {

Language language_of(std::string_view tag) {
  const auto primary = tag.substr(0, tag.find('-'));
  if (primary == "en") return Language::english;
  if (primary == "fr") return Language::french;
  if (primary == "es") return Language::spanish;
  if (primary == "pt") return Language::portuguese;
  return Language::other;
}

} // namespace tela::gazetteer
