#include "base/xml_encoding.h"
#include "base/xml_reader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

namespace {

using namespace tela::base;

/// Bounds what it is told by what it was given.
class Counter final : public XmlHandler {
 public:
  std::size_t bytes = 0;
  void start_element(std::string_view, const XmlAttributes& attributes) override {
    attributes.for_each(
        [this](std::string_view, std::string_view value) { bytes += value.size(); });
  }
  void end_element(std::string_view) override {}
  void text(std::string_view piece) override { bytes += piece.size(); }
};

/// The message, or nothing when the document is accepted.
std::optional<std::string> fault_of(std::string_view document, const XmlOptions& options,
                                    std::size_t block) {
  Counter counter;
  std::optional<std::string> fault;
  try {
    XmlReader reader("fuzz.xml", counter, options);
    for (std::size_t at = 0; at < document.size(); at += block)
      reader.feed(document.substr(at, block));
    reader.finish();
  } catch (const Error& error) {
    if (error.place().line == 0) std::abort();
    fault = error.what();
  }
  if (counter.bytes > 20 * document.size() + options.limits.entities) std::abort();
  return fault;
}

} // namespace

/// Any bytes as XML: what is said about it does not depend on how it comes in, and entities swell
/// within their bounds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::optional<XmlText> text;
  try {
    text.emplace("fuzz.xml", bytes);
  } catch (const Error&) {
    return 0;
  }
  for (const XmlDoctype doctype : {XmlDoctype::refused, XmlDoctype::internal})
    for (const XmlNames names : {XmlNames::qualified, XmlNames::expanded}) {
      const XmlOptions options{names, XmlEvents::tags_and_text, doctype};
      const auto whole = fault_of(text->text(), options, text->text().size() + 1);
      for (const std::size_t block : {1, 7})
        if (fault_of(text->text(), options, block) != whole) std::abort();
    }
  return 0;
}
