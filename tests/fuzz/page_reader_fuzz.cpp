#include "base/error.h"
#include "records/page_reader.h"
#include "records/record_xml_parser.h"
#include "records/record_xml_writer.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <utility>

namespace {

void check_round_trip(tela::records::Record record) {
  using namespace tela;
  record.title_offsets.clear();     // record XML keeps the title, not where its bytes stood
  if (record.title.empty()) return; // record XML wants a title
  std::string xml;
  if (records::append_record_xml(xml, record) != 0) std::abort();
  records::Unmapped unmapped;
  if (!(records::parse_record_xml(xml, {}, unmapped) == record)) std::abort();
}

} // namespace

/// Any bytes as a saved page: refused with an Error, or records that record XML keeps whole.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tela;
  try {
    const std::string_view page(reinterpret_cast<const char*>(data), size);
    for (records::Record& record : records::read_page("page.txt", page))
      check_round_trip(std::move(record));
  } catch (const base::Error&) {
  }
  return 0;
}
