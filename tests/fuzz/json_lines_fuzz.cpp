#include "base/error.h"
#include "records/json_lines_reader.h"
#include "records/record_sink.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

class Nothing final : public tela::records::RecordSink {
 public:
  void accept(tela::records::Record, const tela::base::Place&) override {}
  void reject(const tela::base::Error&) override {}
};

} // namespace

/// Any bytes as JSON Lines of records.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tela;
  try {
    records::SlidingText text("r.jsonl", {reinterpret_cast<const char*>(data), size}, 11);
    Nothing sink;
    const records::Ledger ledger = records::read_json_lines(text, sink);
    if (ledger.read != ledger.accepted + ledger.rejected) std::abort();
  } catch (const base::Error&) {
  }
  return 0;
}
