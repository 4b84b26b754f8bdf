#include "iris/iri_text.h"

#include "base/fold.h"
#include "base/require.h"
#include "base/utf8.h"
#include "rdf/iri.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace tela::iris {

namespace {

constexpr std::size_t segment_limit = 200;
constexpr std::size_t slug_limit = 80;

// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
std::string hash_text(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  std::string digits;
  for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789abcdef"[hash >> shift & 15U];
  return digits;
}

// Collects the characters of a slug: hyphens only between words.
class SlugText {
 public:
  void letter(char c) {
    if (pending_hyphen_ && !text_.empty()) text_ += '-';
    pending_hyphen_ = false;
    text_ += c;
  }
  void gap() { pending_hyphen_ = true; }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
  bool pending_hyphen_ = false;
};

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// Whether `c` may be left out without a trace: white space and punctuation of general use.
bool is_separator(char32_t c) {
  if (c < 0x80) return !is_plain(static_cast<char>(c)) && !(c >= 'A' && c <= 'Z');
  return c < 0xC0 || c == U'×' || c == U'÷' || (c >= 0x2000 && c < 0x2070);
}

// Appends what `c` folds to; what gives no plain letters is lost, with a gap in its place.
void append_plain(SlugText& out, char32_t c, bool& lossy) {
  if (is_separator(c)) return out.gap();
  std::string folded;
  base::append_folded(folded, c);
  if (std::ranges::all_of(folded, is_plain)) {
    for (const char letter : folded) out.letter(letter);
  } else {
    lossy = true;
    out.gap();
  }
}

} // namespace

std::string iri_segment(std::string_view text) {
  if (text.empty()) return "_";
  std::string segment = text.front() == '.' || text.front() == '_' ? "_" : "";
  if (text.size() <= segment_limit) return segment += rdf::percent_encode(text);
  segment += rdf::percent_encode(text.substr(0, segment_limit));
  return segment += "~" + hash_text(text);
}

std::string slug(std::string_view text) {
  base::require_utf8(text);
  SlugText out;
  bool lossy = false;
  for (std::size_t at = 0; at < text.size() && !lossy;) {
    append_plain(out, base::next_code_point(text, at), lossy);
    lossy = lossy || (out.text().size() >= slug_limit && at < text.size());
  }
  if (!lossy && !out.text().empty()) return out.text();
  return out.text().empty() ? hash_text(text) : out.text() + '-' + hash_text(text);
}

std::string address_path(std::string_view address) {
  base::require(is_web_address(address), "is_web_address(address)");
  std::string_view rest = address.substr(address.find("//") + 2);
  std::string path;
  while (true) {
    const auto slash = rest.find('/');
    path += iri_segment(rest.substr(0, slash));
    if (slash == std::string_view::npos || slash + 1 == rest.size()) return path;
    path += '/';
    rest.remove_prefix(slash + 1);
  }
}

bool is_web_address(std::string_view text) {
  for (const std::string_view scheme : {"https://", "http://"})
    if (text.starts_with(scheme))
      return text.size() > scheme.size() && text[scheme.size()] != '/' &&
             rdf::is_absolute_iri(text);
  return false;
}

} // namespace tela::iris
