#pragma once

#include "records/zip_archive.h"

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace tela::records {

/// How elements are called: as they are written, or without the prefix, which a file may choose.
enum class ElementNames : bool { written, local };

/// One XML document of a spreadsheet; without content where the member is not there.
class SheetXml {
 public:
  /// Throws Error(input) when it is not well-formed.
  SheetXml(const ZipArchive& archive, std::string_view source, std::string_view member,
           ElementNames names = ElementNames::written);

  [[nodiscard]] pugi::xml_node root() const { return document_.document_element(); }

 private:
  std::string text_; ///< the document's nodes point into it
  pugi::xml_document document_;
};

} // namespace tela::records
