#include "records/sheet_xml.h"

#include "base/error.h"

#include <cstring>

namespace tela::records {

namespace {

struct PrefixRemover : pugi::xml_tree_walker {
  bool for_each(pugi::xml_node& node) override {
    if (const char* colon = std::strchr(node.name(), ':')) {
      const std::string local(colon + 1);
      node.set_name(local.c_str());
    }
    return true;
  }
};

} // namespace

SheetXml::SheetXml(const ZipArchive& archive, std::string_view source, std::string_view member,
                   ElementNames names)
    : text_(archive.read(member).value_or("")) {
  if (text_.empty()) return;
  const pugi::xml_parse_result result = document_.load_buffer_inplace(
      text_.data(), text_.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
  if (!result)
    throw base::Error(base::Failure::input, base::Place{std::string(source)},
                      "'" + std::string(member) + "' in it is not well-formed XML",
                      "save it again as .xlsx, .ods or CSV UTF-8");
  if (names == ElementNames::local) {
    PrefixRemover remover;
    document_.traverse(remover);
  }
}

} // namespace tela::records
