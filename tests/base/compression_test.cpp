#include "base/compression.h"
#include "base/compressor.h"
#include "base/decompressor.h"
#include "base/error.h"
#include "base/file_text.h"
#include "base/input_stream.h"
#include "support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <string>

using namespace tela::base;
using Catch::Contains;

namespace {

std::string packed(Compression compression, std::string_view text, std::size_t piece = 1'000) {
  std::string result;
  Compressor compressor(compression, [&](std::string_view bytes) { result += bytes; });
  for (; !text.empty(); text.remove_prefix(std::min(piece, text.size())))
    compressor.write(text.substr(0, piece));
  compressor.finish();
  return result;
}

std::string statements(int count) {
  std::string text;
  for (int i = 0; i < count; ++i)
    text += "<http://ex.org/" + std::to_string(i * i) + "> <http://ex.org/p> \"é" +
            std::to_string(i) + "\" .\n";
  return text;
}

std::string read_all(const std::filesystem::path& path, std::size_t piece) {
  InputStream stream(path);
  std::string text, buffer(piece, '\0');
  while (const std::size_t count = stream.read(buffer)) text.append(buffer, 0, count);
  return text;
}

} // namespace

TEST_CASE("packing is told by name and by content") {
  CHECK(compression_by_name("dump.nq.gz") == Compression::gzip);
  CHECK(compression_by_name("dump.nq.zst") == Compression::zstd);
  CHECK(compression_by_name("dump.nq") == Compression::none);
  CHECK(without_compression_suffix("a/dump.nq.zst") == "a/dump.nq");
  CHECK(without_compression_suffix("a.gz/dump.nq") == "a.gz/dump.nq");
  CHECK(compression_by_content(packed(Compression::gzip, "x")) == Compression::gzip);
  CHECK(compression_by_content(packed(Compression::zstd, "x")) == Compression::zstd);
  using namespace std::string_literals;
  const std::string skipped = "\x50\x2A\x4D\x18\x02\0\0\0hi"s;
  CHECK(compression_by_content(skipped + packed(Compression::zstd, "x")) == Compression::zstd);
  CHECK(compression_by_content("<a>") == Compression::none);
}

TEST_CASE("what was packed is unpacked the same, by pieces of any size") {
  const auto compression = GENERATE(Compression::none, Compression::gzip, Compression::zstd);
  const std::string text = GENERATE(std::string(), std::string("a"), statements(20'000));
  const std::string bytes = packed(compression, text);
  CHECK(packed(compression, text, 77) == bytes);
  CHECK(unpacked("test", bytes) == text);
  const tela::tests::TemporaryFolder folder;
  const auto file = folder.write("any-name", bytes);
  CHECK(read_all(file, 1'003) == text);
  CHECK(read_all(file, std::size_t{1} << 22U) == text);
  CHECK(FileText(file).text() == text);
}

TEST_CASE("members and frames that follow each other are one text") {
  const auto compression = GENERATE(Compression::gzip, Compression::zstd);
  CHECK(unpacked("test", packed(compression, "one ") + packed(compression, "two")) == "one two");
}

TEST_CASE("packed data that are cut short or damaged are refused") {
  const auto compression = GENERATE(Compression::gzip, Compression::zstd);
  const std::string text = statements(500);
  const std::string bytes = packed(compression, text);
  for (std::size_t size = 4; size < bytes.size(); size += 97)
    CHECK_THROWS_WITH(unpacked("dump.nq.gz", bytes.substr(0, size)),
                      Contains("dump.nq.gz: the packed data end too early"));
  for (std::size_t at = 30; at < bytes.size(); at += 97) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    CHECK_THROWS_AS(unpacked("dump", damaged), Error);
  }
  CHECK_THROWS_WITH(unpacked("dump", bytes + "rubbish behind it"), Contains("damaged after"));
}

TEST_CASE("what would unpack to too much ends at the limit") {
  const auto compression = GENERATE(Compression::gzip, Compression::zstd);
  const std::string bomb = packed(compression, std::string(std::size_t{64} << 20U, ' '), 1U << 20U);
  CHECK_THROWS_WITH(unpacked("bomb", bomb), Contains("400 times its size"));
  CHECK_THROWS_WITH(unpacked("bomb", bomb, {.bytes = 1'000'000}), Contains("1000000 bytes"));
  CHECK(unpacked("trusted", bomb, {.ratio = 1'000'000}).size() == std::size_t{64} << 20U);
}
