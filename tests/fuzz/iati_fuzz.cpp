#include "base/error.h"
#include "records/iati_reader.h"
#include "records/record_xml_parser.h"
#include "records/record_xml_writer.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

/// What an activity says survives record XML.
class RoundTrip final : public tela::records::RecordSink {
 public:
  void accept(tela::records::Record record, const tela::base::Place&) override {
    using namespace tela::records;
    if (record.title.empty()) record.title.value = "untitled"; // record XML wants one
    std::string xml;
    if (append_record_xml(xml, record) != 0) std::abort();
    Unmapped unmapped;
    if (!(parse_record_xml(xml, {}, unmapped) == record)) std::abort();
  }
  void reject(const tela::base::Error&) override {}
};

} // namespace

/// Any bytes as an IATI file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tela;
  try {
    records::SlidingText text("a.xml", {reinterpret_cast<const char*>(data), size}, 17);
    RoundTrip sink;
    const auto ledger = records::read_iati(text, records::TransactionDetail::totals, sink);
    if (ledger.read != ledger.accepted + ledger.rejected) std::abort();
  } catch (const base::Error&) {
  }
  return 0;
}
