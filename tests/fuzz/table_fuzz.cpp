#include "base/error.h"
#include "records/record_sink.h"
#include "records/table_reader.h"

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

/// Any bytes as a table; what stands before a NUL is its mapping.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tela;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto nul = input.find('\0');
  try {
    records::TableMapping mapping;
    if (nul != std::string_view::npos && nul > 0)
      mapping = records::parse_table_mapping("t.map", input.substr(0, nul));
    const auto open = [&] { return records::SlidingText("t.csv", input.substr(nul + 1), 11); };
    Nothing sink;
    const records::Ledger ledger = records::read_table(open, mapping, sink);
    if (ledger.read != ledger.accepted + ledger.rejected) std::abort();
  } catch (const base::Error&) {
  }
  return 0;
}
