#pragma once

#include <string>
#include <string_view>

namespace tela::base {

/// `text` reduced to what makes two spellings of a label the same: fold() of letters and digits,
/// one space for every run of anything else. "Etat(s) Membre(s)" → "etat s membre s". REQUIRES:
/// well-formed UTF-8.
[[nodiscard]] std::string label_key(std::string_view text);

/// The words of a key, in order; valid as long as `key`.
template<class Visitor>
void for_each_word(std::string_view key, Visitor&& visit) {
  while (!key.empty()) {
    const auto space = key.find(' ');
    visit(key.substr(0, space));
    key.remove_prefix(space == std::string_view::npos ? key.size() : space + 1);
  }
}

} // namespace tela::base
