#include "base/error.h"
#include "records/record_sink.h"
#include "records/warc_reader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

class Count final : public tela::records::RecordSink {
 public:
  void accept(tela::records::Record record, const tela::base::Place&) override {
    if (record.address.empty()) std::abort();
    ++accepted;
  }
  void reject(const tela::base::Error&) override { ++rejected; }
  std::uint64_t accepted = 0, rejected = 0;
};

} // namespace

/// Any bytes as a web archive: refused with an Error, or an account that balances. The first byte
/// says how much is read at a time, so that what begins in one block and ends in the next is met.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tela;
  if (size == 0) return 0;
  const std::string_view archive(reinterpret_cast<const char*>(data) + 1, size - 1);
  Count count;
  try {
    records::SlidingText text("a.warc", archive, std::size_t{data[0]} * 16 + 1);
    const records::Ledger ledger = records::read_warc(text, count);
    if (ledger.accepted != count.accepted || ledger.rejected != count.rejected) std::abort();
    if (ledger.read != ledger.accepted + ledger.rejected) std::abort();
  } catch (const base::Error&) {
  }
  return 0;
}
