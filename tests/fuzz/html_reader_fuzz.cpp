#include "base/error.h"
#include "records/html_reader.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// Any bytes as HTML: refused with an Error, or records whose places lie in the page, in order.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tela;
  try {
    const std::string_view page(reinterpret_cast<const char*>(data), size);
    for (const records::Record& record : records::read_html_page("page.html", page)) {
      const auto& offsets = record.body.offsets;
      if (!std::is_sorted(offsets.begin(), offsets.end())) std::abort();
      if (record.body.end > size || record.title.span.end > size) std::abort();
    }
  } catch (const base::Error&) {
  }
  return 0;
}
