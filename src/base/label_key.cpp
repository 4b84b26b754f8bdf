#include "base/label_key.h"

#include "base/fold.h"
#include "base/require.h"
#include "base/utf8.h"

namespace tela::base {

namespace {

/// Punctuation, spaces and symbols above ASCII.
bool parts_words(char32_t c) {
  return c < 0xC0 || c == U'×' || c == U'÷' || (c >= 0x2000 && c <= 0x2BFF) ||
         (c >= 0x3000 && c <= 0x303F);
}

void append_ascii(std::string& key, char c) {
  const bool upper = c >= 'A' && c <= 'Z';
  if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
    key += upper ? static_cast<char>(c - 'A' + 'a') : c;
  else if (!key.empty() && key.back() != ' ')
    key += ' ';
}

void append(std::string& key, char c) {
  if (static_cast<unsigned char>(c) < 0x80)
    append_ascii(key, c);
  else
    key += c;
}

} // namespace

std::string label_key(std::string_view text) {
  require_utf8(text);
  std::string key;
  key.reserve(text.size());
  std::string folded;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c < 0x80) {
      append_ascii(key, static_cast<char>(c));
    } else if (parts_words(c)) {
      append_ascii(key, ' ');
    } else {
      folded.clear();
      append_folded(folded, c);
      for (const char part : folded) append(key, part);
    }
  }
  if (key.ends_with(' ')) key.pop_back();
  return key;
}

} // namespace tela::base
