#include "base/file.h"
#include "collecting_sink.h"
#include "records/source_reader.h"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <filesystem>
#include <fstream>

using namespace tela::records;
namespace fs = std::filesystem;

namespace {

/// A file that is there for as long as the object.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view bytes)
      : path_(fs::temp_directory_path() /
              ("tela-encoding-" + std::to_string(::getpid()) + ".csv")) {
    std::ofstream(path_, std::ios::binary).write(bytes.data(), static_cast<long>(bytes.size()));
  }
  ~TemporaryFile() { fs::remove(path_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string title_of(std::string_view bytes, std::size_t notes) {
  const TemporaryFile file(bytes);
  CollectingSink sink;
  const Ledger ledger = read_source(file.path(), sink);
  CHECK(ledger.notes.size() == notes);
  return sink.records.empty() ? "" : sink.records[0].title.value;
}

std::string utf16(std::u16string_view text, bool is_big) {
  std::string bytes;
  for (const char16_t unit : text) {
    const auto high = static_cast<char>(unit >> 8U);
    const auto low = static_cast<char>(unit & 0xFFU);
    bytes += is_big ? high : low;
    bytes += is_big ? low : high;
  }
  return bytes;
}

} // namespace

TEST_CASE("tables in Windows-1252 and UTF-16 are converted, and that is said") {
  CHECK(title_of("id;title\n1;L\x92\xE9t\xE9 \x80\n", 1) == "L’été €");
  CHECK(title_of("id;title\n1;L’été\n", 0) == "L’été");
  for (const bool is_big : {false, true})
    CHECK(title_of(utf16(u"\uFEFFid\ttitle\r\n1\tÉté 🌍\r\n", is_big), 1) == "Été 🌍");
}

TEST_CASE("a broken byte in a table of UTF-8 does not make it Windows-1252") {
  const TemporaryFile file("id;title\n1;été\n2;x\xFF\n");
  CollectingSink sink;
  const Ledger ledger = read_source(file.path(), sink);
  CHECK(ledger.accepted == 1);
  CHECK(ledger.rejected == 1);
}
