#include "base/xml.h"

#include "base/error.h"
#include "base/utf8.h"

namespace tela::base {

namespace {

bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c != 0xFFFE && c != 0xFFFF;
}

class Gate {
 public:
  Gate(std::string_view source, std::string_view document, std::size_t max_depth)
      : source_(source), document_(document), max_depth_(max_depth) {}

  void check() {
    if (const auto bad = first_invalid_utf8(document_))
      refuse(*bad, "a byte that is not UTF-8", "save the file as UTF-8");
    for (at_ = document_.find('<'); at_ != std::string_view::npos; at_ = document_.find('<', at_))
      markup();
  }

 private:
  void markup() {
    const std::string_view rest = document_.substr(at_);
    if (rest.starts_with("<!--")) return skip_behind("-->");
    if (rest.starts_with("<![CDATA[")) return skip_behind("]]>");
    if (rest.starts_with("<?")) return skip_behind("?>");
    if (rest.starts_with("<!"))
      refuse(at_, "a DOCTYPE or other declaration", "remove it: declarations are not accepted");
    tag(rest.starts_with("</"));
  }

  void tag(bool closing) {
    const std::size_t start = at_;
    char quote = 0;
    for (++at_; at_ < document_.size(); ++at_) {
      const char c = document_[at_];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        break;
      }
    }
    const bool empty = at_ < document_.size() && document_[at_ - 1] == '/';
    if (closing && depth_ > 0) --depth_;
    if (!closing && !empty && ++depth_ > max_depth_)
      refuse(start, "elements nested deeper than " + std::to_string(max_depth_),
             "flatten the file");
  }

  void skip_behind(std::string_view end) {
    const auto found = document_.find(end, at_ + 2);
    at_ = found == std::string_view::npos ? document_.size() : found + end.size();
  }

  [[noreturn]] void refuse(std::size_t offset, const std::string& what, std::string advice) const {
    throw Error(Failure::input, place_at(source_, document_, offset), "the XML holds " + what,
                std::move(advice));
  }

  std::string_view source_, document_;
  std::size_t max_depth_;
  std::size_t depth_ = 0;
  std::size_t at_ = 0;
};

} // namespace

std::size_t append_xml_escaped(std::string& out, std::string_view text) {
  std::size_t replaced = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    switch (c) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    case '\t':
      out += "&#9;";
      break;
    case '\n':
      out += "&#10;";
      break;
    case '\r':
      out += "&#13;";
      break;
    default:
      if (is_xml_character(c)) {
        out += text.substr(start, at - start);
      } else {
        out += "\xEF\xBF\xBD";
        ++replaced;
      }
    }
  }
  return replaced;
}

void check_xml_gate(std::string_view source, std::string_view document, std::size_t max_depth) {
  Gate(source, document, max_depth).check();
}

} // namespace tela::base
