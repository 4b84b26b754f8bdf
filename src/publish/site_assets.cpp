#include "publish/site_assets.h"

#include "publish/embedded_site.h"
#include "publish/languages.h"

#include <string>
#include <vector>

namespace tela::publish {

namespace {

// :root[lang="fr"] .t:not(.fr) { display: none; }
std::string language_rules() {
  std::string rules = "\n/* Each text that depends on the reader's language says whose it is. */\n";
  for (const std::string_view tag : language_tags)
    ((((rules += ":root[lang=\"") += tag) += "\"] .t:not(.") += tag) += ") { display: none; }\n";
  return rules;
}

std::vector<base::EmbeddedFile> make_assets() {
  static std::string style;
  std::vector<base::EmbeddedFile> files;
  for (const base::EmbeddedFile& file : embedded_site()) {
    if (file.name.ends_with(".ttl")) continue;
    files.push_back(file);
    if (file.name != "style.css") continue;
    style = std::string(file.content) + language_rules();
    files.back().content = style;
  }
  return files;
}

} // namespace

std::span<const base::EmbeddedFile> site_assets() {
  static const std::vector<base::EmbeddedFile> files = make_assets();
  return files;
}

} // namespace tela::publish
