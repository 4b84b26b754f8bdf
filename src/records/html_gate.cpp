#include "records/html_gate.h"

#include "base/ascii.h"
#include "base/error.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string>

namespace tela::records {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t largest_page = std::size_t{16} << 20U;
constexpr std::size_t deepest = 500;
constexpr std::size_t most_repeated = 1'000'000;

/// Elements that the next of their kind or their parent's end closes, or that have no content.
constexpr std::array<std::string_view, 33> closed_by_themselves{
    "area",   "base",     "body",  "br",    "caption", "col",   "colgroup", "dd",    "dt",
    "embed",  "head",     "hr",    "html",  "img",     "input", "li",       "link",  "meta",
    "option", "optgroup", "p",     "param", "rp",      "rt",    "source",   "tbody", "td",
    "tfoot",  "th",       "thead", "tr",    "track",   "wbr"};

/// Elements that the parser opens again in every block until they are closed.
constexpr std::array<std::string_view, 14> formatting{"a",      "b",      "big",  "code", "em",
                                                      "font",   "i",      "nobr", "s",    "small",
                                                      "strike", "strong", "tt",   "u"};

/// Elements whose content is text up to their end tag.
constexpr std::array<std::string_view, 5> raw_text{"script", "style", "textarea", "title", "xmp"};

template<std::size_t N>
bool contains(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

class Gate {
 public:
  Gate(std::string_view source, std::string_view page) : source_(source), page_(page) {}

  void check() {
    if (page_.size() > largest_page) refuse(0, "a page of more than 16 MiB", "give the page alone");
    for (std::size_t at = page_.find('<'); at != npos; at = page_.find('<', at)) at = markup(at);
  }

 private:
  /// Looks at the markup at `at`; returns where to go on.
  std::size_t markup(std::size_t at) {
    if (page_.substr(at).starts_with("<!--")) return std::min(page_.find("-->", at), page_.size());
    const bool closing = page_.substr(at + 1).starts_with('/');
    const std::size_t start = at + (closing ? 2 : 1);
    if (start >= page_.size() || !is_letter(page_[start])) return at + 1;
    const auto stop = std::min(page_.find_first_of(" \t\r\n\f/>", start), page_.size());
    constexpr std::size_t longest_name = 32;
    const std::string name =
        base::ascii_lower(page_.substr(start, std::min(stop - start, longest_name)));
    if (contains(raw_text, name)) return closing ? stop : behind_raw_text(stop, name);
    if (!contains(closed_by_themselves, name)) closing ? close(name) : open(name, at);
    repeat(at);
    return stop;
  }

  void open(const std::string& name, std::size_t at) {
    ++open_[name];
    formatting_ += contains(formatting, name) ? 1 : 0;
    if (++depth_ > deepest)
      refuse(at, "elements nested deeper than " + std::to_string(deepest), "flatten the page");
  }

  void close(const std::string& name) {
    const auto found = open_.find(name);
    if (found == open_.end()) return;
    if (--found->second == 0) open_.erase(found);
    formatting_ -= contains(formatting, name) ? 1 : 0;
    --depth_;
  }

  /// The text of a script is no markup. Its end tag may be written in any case.
  [[nodiscard]] std::size_t behind_raw_text(std::size_t at, const std::string& name) const {
    for (at = page_.find("</", at); at != npos; at = page_.find("</", at + 2))
      if (base::ascii_lower(page_.substr(at + 2, name.size())) == name) return at;
    return page_.size();
  }

  void repeat(std::size_t at) {
    repeated_ += formatting_;
    if (repeated_ > most_repeated)
      refuse(at, "formatting elements that are never closed", "close them");
  }

  [[noreturn]] void refuse(std::size_t at, const std::string& what, std::string advice) const {
    throw base::Error(base::Failure::input, base::place_at(source_, page_, at),
                      "the HTML holds " + what, std::move(advice));
  }

  std::string_view source_, page_;
  std::map<std::string, std::size_t, std::less<>> open_;
  std::size_t depth_ = 0;
  std::size_t formatting_ = 0;
  std::size_t repeated_ = 0;
};

} // namespace

void check_html_gate(std::string_view source, std::string_view page) {
  Gate(source, page).check();
}

} // namespace tela::records
