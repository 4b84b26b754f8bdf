#include "base/error.h"
#include "store/hostile_store.h"

#include <cstddef>
#include <cstdint>

/// Any bytes as a store whose header is made to fit: refused with an Error, or read without harm.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tela;
  std::string bytes(reinterpret_cast<const char*>(data), size);
  if (size >= sizeof(store::FileHeader)) {
    store::FileHeader front;
    front.file_bytes = size;
    std::memcpy(bytes.data(), &front, offsetof(store::FileHeader, counts));
    store::test::seal(bytes);
  }
  try {
    const auto opened = store::Store::from_memory(std::move(bytes));
    store::test::read_everything(opened);
    opened.verify();
  } catch (const base::Error&) {
  }
  return 0;
}
