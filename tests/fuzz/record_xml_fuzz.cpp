#include "base/error.h"
#include "base/utf8.h"
#include "records/record_sink.h"
#include "records/record_xml_parser.h"
#include "records/record_xml_reader.h"
#include "records/record_xml_writer.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

/// What was read is written and read again as the same record.
class RoundTrip final : public tela::records::RecordSink {
 public:
  void accept(tela::records::Record record, const tela::base::Place&) override {
    using namespace tela::records;
    std::string xml;
    if (append_record_xml(xml, record) != 0) std::abort();
    Unmapped unmapped;
    if (!(parse_record_xml(xml, {}, unmapped) == record)) std::abort();
  }
  void reject(const tela::base::Error&) override {}
};

} // namespace

/// Any bytes as record XML, in small blocks so that every cut between two blocks is met.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tela;
  try {
    const std::string_view xml(reinterpret_cast<const char*>(data), size);
    records::SlidingText text("records.xml", xml, 13);
    RoundTrip sink;
    const records::Ledger ledger = records::read_record_xml(text, sink);
    if (ledger.read != ledger.accepted + ledger.rejected) std::abort();
  } catch (const base::Error&) {
  }
  return 0;
}
