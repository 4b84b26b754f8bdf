#pragma once

#include <string>
#include <string_view>

namespace tela::base {

/// The encoding of an XML document by its first bytes (XML 1.0, appendix F): its byte order mark,
/// the shape of "<?xml", or what the declaration says; give it a kilobyte. Empty: UTF-8.
[[nodiscard]] std::string xml_encoding(std::string_view beginning);

/// An XML document in memory as UTF-8, whatever encoding it declares.
class XmlText {
 public:
  /// A UTF-8 document is borrowed, any other copied. Throws Error(input) with the place where the
  /// encoding is unknown, or bytes are none of its characters.
  XmlText(std::string_view source, std::string_view document);
  XmlText(const XmlText&) = delete;
  XmlText& operator=(const XmlText&) = delete;

  /// Valid as long as this and the document are.
  [[nodiscard]] std::string_view text() const noexcept { return text_; }

 private:
  std::string decoded_;
  std::string_view text_;
};

} // namespace tela::base
