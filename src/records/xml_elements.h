#pragma once

#include "base/error.h"
#include "base/xml_reader.h"
#include "records/sliding_text.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tela::records {

/// One element of a file.
struct XmlElement {
  std::string_view text;    ///< from its start tag to its end tag
  base::Place place;        ///< where it begins
  std::uint64_t offset = 0; ///< bytes of the file before it
};

/// What read_elements() finds, in order.
class XmlElementSink {
 public:
  virtual ~XmlElementSink() = default;
  /// The start tag of the root element, and where it stands.
  virtual void root(std::string_view name, const base::XmlAttributes& attributes,
                    const base::Place& place) = 0;
  /// One whole element, well-formed so far. Its text is valid during the call.
  virtual void element(const XmlElement& element) = 0;
  /// An element directly in the root, between the wanted ones.
  virtual void other(std::string_view name) = 0;
};

struct ElementLimits {
  std::size_t depth = 256;                    ///< of nested elements
  std::size_t bytes = std::size_t{64} << 20U; ///< of one element
};

/// Hands over the elements `name` of an XML file of any size, in any encoding that it declares, as
/// they stand there; `name` may be the root itself. Elements within them are their content,
/// whatever they are called. A conforming parser finds them, so that a fault anywhere in the file
/// ends the reading: throws Error(input) with line, column and advice where the file is not
/// well-formed, or has a DOCTYPE, or exceeds the limits. What was handed over before must then not
/// be used, since the fault may have begun there. Memory: the largest element.
void read_elements(SlidingText& text, std::string_view name, XmlElementSink& sink,
                   const ElementLimits& limits = {});

/// Throws as read_elements() does, without looking for elements. Cost: one pass.
void check_well_formed(SlidingText& text, const ElementLimits& limits = {});

/// Line and column of byte `offset` of a text that begins at `start`.
[[nodiscard]] base::Place place_within(const base::Place& start, std::string_view text,
                                       std::size_t offset);

} // namespace tela::records
