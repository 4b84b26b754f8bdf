#include "export/xml_tokens.h"

#include "base/error.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace tela::export_ {

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool ends_name(char c) {
  return is_space(c) || c == '>' || c == '/' || c == '=' || c == '<' || c == '"' || c == '\'' ||
         c == '\0';
}

bool all_space(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_space);
}

} // namespace

std::optional<std::string_view> attribute(const XmlToken& token, std::string_view name) {
  for (const XmlAttribute& candidate : token.attributes)
    if (candidate.name == name) return candidate.value;
  return std::nullopt;
}

const XmlToken* XmlTokenizer::next() {
  while (at_ < document_.size()) {
    const std::size_t from = at_;
    token_.line = line_;
    const bool found = peek() == '<' ? markup() : text();
    count_lines(from, at_);
    if (found) return &token_;
  }
  if (!open_.empty()) refuse("the file ends inside <" + std::string(open_.back()) + ">");
  if (!root_seen_) refuse("there is no element");
  return nullptr;
}

bool XmlTokenizer::text() {
  const std::size_t end = std::min(document_.find('<', at_), document_.size());
  const std::string_view found = document_.substr(at_, end - at_);
  const bool byte_order_mark = at_ == 0 && found.starts_with("\xEF\xBB\xBF");
  if (open_.empty() && !all_space(byte_order_mark ? found.substr(3) : found))
    refuse("text outside the root element");
  at_ = end;
  if (open_.empty()) return false;
  token_ = {XmlToken::Kind::text, {}, {}, found, false, line_};
  return true;
}

bool XmlTokenizer::markup() {
  const std::string_view rest = document_.substr(at_);
  if (rest.starts_with("<!--")) return skip_behind("-->", "a comment"), false;
  if (rest.starts_with("<![CDATA[")) return cdata();
  if (rest.starts_with("<?")) return skip_behind("?>", "a processing instruction"), false;
  if (rest.starts_with("<!")) refuse("a DOCTYPE, which is not accepted");
  if (rest.starts_with("</")) {
    end_tag();
  } else {
    start_tag();
  }
  return true;
}

bool XmlTokenizer::cdata() {
  constexpr std::size_t mark = 9; // <![CDATA[
  if (open_.empty()) refuse("text outside the root element");
  const std::size_t from = at_ + mark;
  skip_behind("]]>", "a CDATA section");
  token_ = {XmlToken::Kind::text, {}, {}, document_.substr(from, at_ - 3 - from), false, line_};
  return true;
}

void XmlTokenizer::start_tag() {
  if (open_.empty() && root_seen_) refuse("a second root element");
  ++at_;
  token_ = {XmlToken::Kind::start, name(), {}, {}, false, line_};
  if (token_.name.empty()) refuse("a tag without a name");
  for (;;) {
    const std::size_t before = at_;
    skip_space();
    if (peek() == '>' || peek() == '/') break;
    if (at_ >= document_.size()) refuse("a tag that does not end");
    if (at_ == before) refuse("no space before an attribute");
    attribute();
  }
  token_.empty = peek() == '/';
  at_ += token_.empty ? 1 : 0;
  if (peek() != '>') refuse("a tag that does not end");
  ++at_;
  root_seen_ = true;
  if (token_.empty) return;
  if (open_.size() == most_depth) refuse("elements nested deeper than 256");
  open_.push_back(token_.name);
}

void XmlTokenizer::end_tag() {
  at_ += 2;
  token_ = {XmlToken::Kind::end, name(), {}, {}, false, line_};
  skip_space();
  if (peek() != '>') refuse("an end tag that does not end");
  ++at_;
  if (open_.empty() || open_.back() != token_.name)
    refuse("</" + std::string(token_.name) + "> closes nothing that is open here");
  open_.pop_back();
}

void XmlTokenizer::attribute() {
  XmlAttribute found;
  found.name = name();
  skip_space();
  if (found.name.empty() || peek() != '=') refuse("an attribute without a value");
  ++at_;
  skip_space();
  const char quote = peek();
  if (quote != '"' && quote != '\'') refuse("an attribute value without quotes");
  const std::size_t end = document_.find(quote, at_ + 1);
  if (end == std::string_view::npos) refuse("an attribute value that does not end");
  found.value = document_.substr(at_ + 1, end - at_ - 1);
  if (found.value.find('<') != std::string_view::npos) refuse("a '<' in an attribute value");
  at_ = end + 1;
  for (const XmlAttribute& other : token_.attributes)
    if (other.name == found.name) refuse("the attribute " + std::string(found.name) + " twice");
  if (token_.attributes.size() == most_attributes) refuse("more than 1,000 attributes");
  token_.attributes.push_back(found);
}

void XmlTokenizer::skip_space() {
  while (at_ < document_.size() && is_space(document_[at_])) ++at_;
}

std::string_view XmlTokenizer::name() {
  const std::size_t from = at_;
  while (at_ < document_.size() && !ends_name(document_[at_])) ++at_;
  return document_.substr(from, at_ - from);
}

void XmlTokenizer::skip_behind(std::string_view end, const char* what) {
  const auto found = document_.find(end, at_);
  if (found == std::string_view::npos) refuse(std::string(what) + " that does not end");
  at_ = found + end.size();
}

void XmlTokenizer::count_lines(std::size_t from, std::size_t to) {
  line_ += static_cast<std::uint64_t>(
      std::count(document_.begin() + static_cast<std::ptrdiff_t>(from),
                 document_.begin() + static_cast<std::ptrdiff_t>(to), '\n'));
}

void XmlTokenizer::refuse(const std::string& what) const {
  throw base::Error(base::Failure::input,
                    base::place_at(source_, document_, std::min(at_, document_.size())),
                    "this is no well-formed XML: " + what, "every reader will refuse the file");
}

bool append_resolved(std::string& out, std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 5> named{
      {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
  bool all_known = true;
  for (std::size_t ampersand = text.find('&'); ampersand != std::string_view::npos;
       ampersand = text.find('&')) {
    out += text.substr(0, ampersand);
    const auto end = text.find(';', ampersand);
    if (end == std::string_view::npos) return false;
    const std::string_view entity = text.substr(ampersand + 1, end - ampersand - 1);
    text.remove_prefix(end + 1);
    const auto* const known = std::find_if(named.begin(), named.end(),
                                           [&](const auto& pair) { return pair.first == entity; });
    if (known != named.end()) {
      out += known->second;
      continue;
    }
    std::uint32_t code = 0;
    const bool hex = entity.starts_with("#x");
    const char* const digits = entity.data() + (hex ? 2 : 1);
    const char* const stop = entity.data() + entity.size();
    const bool number = entity.starts_with('#') && digits < stop &&
                        std::from_chars(digits, stop, code, hex ? 16 : 10).ptr == stop;
    const bool sound = (code >= 0x20 && code < 0xD800) || (code > 0xDFFF && code < 0xFFFE) ||
                       (code > 0xFFFF && code <= 0x10FFFF) || code == 9 || code == 10 || code == 13;
    if (number && sound) {
      base::append_utf8(out, code);
    } else {
      all_known = false;
    }
  }
  out += text;
  return all_known;
}

} // namespace tela::export_
