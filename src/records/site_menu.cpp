#include "records/site_menu.h"

#include "records/label_key.h"
#include "records/page_words.h"

#include <algorithm>
#include <string>

namespace tela::records {

namespace {

bool is_menu_entry(std::string_view key) {
  return PageWords::built_in().has("menu-entry", key);
}

constexpr std::size_t longest_entry = 90;
constexpr std::size_t longest_label = 48;
constexpr std::size_t most_label_words = 6;

bool ends_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with(';');
}

bool is_list_entry(const PageLine& line) {
  return line.kind == PageLine::Kind::bullet && line.text.value.size() <= longest_entry &&
         !ends_sentence(line.text.value);
}

std::size_t word_count(std::string_view key) {
  return key.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(key.begin(), key.end(), ' '));
}

/// Walks down the menu, one entry at a time.
class Walk {
 public:
  explicit Walk(std::span<const PageLine> lines) : lines_(lines) {}

  std::size_t length() {
    while (at_ < lines_.size()) {
      const std::size_t entry = entry_length();
      if (entry == 0) break;
      at_ += entry;
    }
    constexpr std::size_t fewest_signs = 2;
    return signs_ >= fewest_signs ? end_ : 0;
  }

 private:
  /// Lines of the entry that begins at at_, or 0 behind the menu.
  std::size_t entry_length() {
    const PageLine& line = lines_[at_];
    if (line.kind == PageLine::Kind::blank) return 1; // belongs to the menu if an entry follows
    if (line.kind == PageLine::Kind::separator || is_list_entry(line)) return found(1);
    if (line.text.value.size() > longest_label) return 0;
    const std::string key = label_key(line.text.value);
    if (is_doubled(key)) return found(2);
    return is_menu_entry(key) ? found(1) : 0;
  }

  /// The next line is the label again, or the label glued to a text.
  [[nodiscard]] bool is_doubled(std::string_view key) const {
    if (at_ + 1 >= lines_.size() || key.empty() || word_count(key) > most_label_words) return false;
    const PageLine& next = lines_[at_ + 1];
    if (next.kind != PageLine::Kind::text) return false;
    const std::string next_key = label_key(next.text.value);
    if (!next_key.starts_with(key)) return false;
    return next_key == key ? is_menu_entry(key) || !opens_text(at_ + 2)
                           : next_key[key.size()] != ' ';
  }

  /// A paragraph stands at line `at`: what stands twice above it is a title.
  [[nodiscard]] bool opens_text(std::size_t at) const {
    while (at < lines_.size() && lines_[at].kind == PageLine::Kind::blank) ++at;
    constexpr std::size_t shortest_paragraph = 120;
    return at < lines_.size() && lines_[at].text.value.size() >= shortest_paragraph;
  }

  std::size_t found(std::size_t lines) {
    ++signs_;
    end_ = at_ + lines;
    return lines;
  }

  std::span<const PageLine> lines_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::size_t signs_ = 0;
};

} // namespace

std::size_t menu_length(std::span<const PageLine> lines) {
  return Walk(lines).length();
}

bool is_frame_word(std::string_view line) {
  return line.size() <= longest_label && PageWords::built_in().has("frame-word", label_key(line));
}

} // namespace tela::records
