#pragma once

#include "base/error.h"
#include "records/sliding_text.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tela::records {

/// One element of a file.
struct XmlElement {
  std::string_view text;    ///< from its start tag to its end tag
  base::Place place;        ///< where it begins
  std::uint64_t offset = 0; ///< bytes of the file before it
};

/// What cut_elements() finds, in order.
class XmlElementSink {
 public:
  virtual ~XmlElementSink() = default;
  /// The start tag of the root, with its brackets, and where it stands.
  virtual void root(std::string_view start_tag, const base::Place& place) = 0;
  /// One whole element, not yet known to be well-formed. Its text is valid during the call.
  virtual void element(const XmlElement& element) = 0;
  /// An element that could not be cut out; the next one follows.
  virtual void broken(const base::Error& error) = 0;
  /// An element between the wanted ones.
  virtual void other(std::string_view name) = 0;
};

struct XmlLimits {
  std::size_t depth = 256;                            ///< of nested elements
  std::size_t element_bytes = std::size_t{64} << 20U; ///< of one element
};

/// Cuts the elements `name` out of an XML file of any size without parsing what is in them: the
/// gate before the parser, and the reason why memory does not grow with their number. An element
/// that is not closed before the next begins is broken, as is one the file ends in. `name` may be
/// the root itself. What makes going on impossible (a DOCTYPE, elements nested too deep, one larger
/// than the limit, a tag or root that the file ends in) is thrown as Error(input) when it comes
/// before the first element, and is one more broken element later.
void cut_elements(SlidingText& text, std::string_view name, XmlElementSink& sink,
                  const XmlLimits& limits = {});

/// Throws Error(input) at the first byte of `element` that XML does not allow: not UTF-8, a control
/// character, a reference to no character.
void check_xml_text(std::string_view element, const base::Place& place);

/// Line and column of byte `offset` of a text that begins at `start`.
[[nodiscard]] base::Place place_within(const base::Place& start, std::string_view text,
                                       std::size_t offset);

} // namespace tela::records
