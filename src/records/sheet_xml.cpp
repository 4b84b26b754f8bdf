#include "records/sheet_xml.h"

#include "base/error.h"

namespace tela::records {

SheetXml::SheetXml(const ZipArchive& archive, std::string_view source, std::string_view member)
    : text_(archive.read(member).value_or("")) {
  if (text_.empty()) return;
  const pugi::xml_parse_result result = document_.load_buffer_inplace(
      text_.data(), text_.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
  if (!result)
    throw base::Error(base::Failure::input, base::Place{std::string(source)},
                      "'" + std::string(member) + "' in it is not well-formed XML",
                      "save it again as .xlsx, .ods or CSV UTF-8");
}

} // namespace tela::records
