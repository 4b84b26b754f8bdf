#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tela::export_ {

/// An attribute of a tag as it stands in the file, references not resolved.
struct XmlAttribute {
  std::string_view name;
  std::string_view value;
};

/// One piece of an XML file. Views point into the document.
struct XmlToken {
  enum class Kind { start, end, text };
  Kind kind = Kind::text;
  std::string_view name;                ///< of a tag, with its prefix
  std::vector<XmlAttribute> attributes; ///< of a start tag
  std::string_view text;                ///< of a text, references not resolved
  bool empty = false;                   ///< of a start tag: <name/>, no end tag follows
  std::uint64_t line = 0;               ///< where it starts, from 1
};

/// The value of an attribute of a start tag, or nothing.
[[nodiscard]] std::optional<std::string_view> attribute(const XmlToken& token,
                                                        std::string_view name);

/// Cuts a document that nobody vouches for into tokens, in one pass and with bounded memory. It
/// checks the shape of tags, their nesting (at most 256 deep) and the number of attributes (at most
/// 1,000), not names nor entities. Comments, processing instructions and CDATA marks are passed
/// over; a DOCTYPE is refused.
class XmlTokenizer {
 public:
  /// `document` is borrowed. REQUIRES: well-formed UTF-8.
  XmlTokenizer(std::string_view source, std::string_view document)
      : source_(source), document_(document) {}

  /// The next token, or null at the end of a document that is whole. Valid until the next call.
  /// Throws Error(input) with line and column where it is not well-formed.
  [[nodiscard]] const XmlToken* next();

 private:
  static constexpr std::size_t most_depth = 256;
  static constexpr std::size_t most_attributes = 1000;

  bool text();
  bool markup();
  bool cdata();
  void start_tag();
  void end_tag();
  void attribute();
  void skip_space();
  std::string_view name();
  void skip_behind(std::string_view end, const char* what);
  void count_lines(std::size_t from, std::size_t to);
  [[nodiscard]] char peek() const noexcept {
    return at_ < document_.size() ? document_[at_] : '\0';
  }
  [[noreturn]] void refuse(const std::string& what) const;

  std::string_view source_;
  std::string_view document_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
  std::vector<std::string_view> open_;
  bool root_seen_ = false;
  XmlToken token_;
};

/// Appends `text` with the five named references and numeric ones resolved. Returns false when one
/// is unknown or names a character that XML cannot hold; it is then left out.
bool append_resolved(std::string& out, std::string_view text);

} // namespace tela::export_
