#include "base/error.h"
#include "records/sheets.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// Any bytes as a spreadsheet of either kind; the first byte says which.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tela;
  if (size == 0) return 0;
  try {
    const records::ZipArchive archive("p", {reinterpret_cast<const char*>(data + 1), size - 1});
    records::SheetText sheet("p");
    (data[0] % 2 == 0 ? records::read_xlsx : records::read_ods)(archive, "p", {}, sheet);
  } catch (const base::Error&) {
  }
  return 0;
}
