#include "base/label_key.h"

#include "base/utf8.h"

namespace tela::base {

namespace {

/// Base letters of U+00C0–U+017F (Latin-1 and Latin Extended-A); '*' marks those with two.
constexpr std::string_view base_letters =
    "aaaaaa*ceeeeiiiidnooooo ouuuuy**aaaaaa*ceeeeiiiidnooooo ouuuuy*yaaaaaaccccccccddddeeeeeeeeee"
    "gggggggghhhhiiiiiiiiii**jjkkkllllllllllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyy"
    "zzzzzzs";
constexpr char32_t first_accented = 0xC0;
static_assert(base_letters.size() == 0x180 - first_accented);

std::string_view letter_pair(char32_t c) {
  switch (c) {
  case U'Æ':
  case U'æ':
    return "ae";
  case U'Œ':
  case U'œ':
    return "oe";
  case U'ß':
    return "ss";
  case U'Ĳ':
  case U'ĳ':
    return "ij";
  default:
    return "th"; // Þ, þ
  }
}

bool is_combining_mark(char32_t c) {
  return c >= 0x300 && c <= 0x36F;
}

/// Punctuation, spaces and symbols above ASCII.
bool parts_words(char32_t c) {
  return c < first_accented || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F);
}

void append_ascii(std::string& key, char c) {
  const bool upper = c >= 'A' && c <= 'Z';
  if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
    key += upper ? static_cast<char>(c - 'A' + 'a') : c;
  else if (!key.empty() && key.back() != ' ')
    key += ' ';
}

} // namespace

std::string label_key(std::string_view text) {
  std::string key;
  key.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    if (c < 0x80) {
      append_ascii(key, static_cast<char>(c));
    } else if (c >= first_accented && c < first_accented + base_letters.size()) {
      const char letter = base_letters[c - first_accented];
      if (letter == '*')
        key += letter_pair(c);
      else
        append_ascii(key, letter);
    } else if (parts_words(c)) {
      append_ascii(key, ' ');
    } else if (!is_combining_mark(c)) {
      key += text.substr(start, at - start);
    }
  }
  if (key.ends_with(' ')) key.pop_back();
  return key;
}

} // namespace tela::base
