#include "parquet/compact_writer.h"
#include "parquet/file_writer.h"

#include <catch2/catch.hpp>

using namespace tela::parquet;
using namespace std::string_literals;

namespace {

std::string file_of(const std::vector<Column>& columns,
                    const std::vector<std::vector<Value>>& rows) {
  std::string bytes;
  FileWriter file(columns, [&](std::string_view piece) { bytes += piece; });
  for (const auto& row : rows) file.row(row);
  file.finish();
  return bytes;
}

std::string page_of(Type type, const std::vector<Value>& values) {
  ColumnChunk chunk(type);
  for (const Value& value : values) chunk.add(value);
  return chunk.take_page();
}

} // namespace

TEST_CASE("fields are numbered by their steps") {
  std::string text;
  CompactWriter out(text);
  out.field(1, std::int32_t{-1});
  out.field(3, std::string_view("ab"));
  out.field(20, true);
  out.begin_integers(21, 2);
  out.element(1);
  out.element(300);
  out.end_struct();
  CHECK(text == "\x15\x01\x28\x02"
                "ab\x01\x28\x19\x25\x02\xD8\x04\x00"s);
}

TEST_CASE("a page says which values there are, then gives those") {
  CHECK(page_of(Type::integer, {std::int64_t{1}, std::monostate(), std::monostate()}) ==
        "\x04\0\0\0\x02\x01\x04\x00\x01\0\0\0\0\0\0\0"s);
  CHECK(page_of(Type::text, {"ab", ""}) == "\x02\0\0\0\x04\x01\x02\0\0\0ab\0\0\0\0"s);
  CHECK(page_of(Type::date, {std::int64_t{-1}}) == "\x02\0\0\0\x02\x01\xFF\xFF\xFF\xFF"s);
  CHECK(page_of(Type::boolean, {true, false, true}) == "\x02\0\0\0\x06\x01\x05"s);
  CHECK(page_of(Type::real, {1.0}) == "\x02\0\0\0\x02\x01\0\0\0\0\0\0\xF0\x3F"s);
}

TEST_CASE("a page that was taken leaves nothing behind") {
  ColumnChunk chunk(Type::boolean);
  for (const bool bit : {true, true}) chunk.add(bit);
  const std::string first = chunk.take_page();
  for (const bool bit : {true, true}) chunk.add(bit);
  CHECK(chunk.take_page() == first);
}

TEST_CASE("a file begins and ends as readers expect") {
  const std::string file = file_of({{"a", Type::integer}}, {{std::int64_t{7}}, {std::monostate()}});
  CHECK(file.starts_with("PAR1"));
  CHECK(file.ends_with("PAR1"));
  const auto length = static_cast<unsigned char>(file[file.size() - 8]);
  CHECK(file.size() > length + 12U);
  CHECK_FALSE(file_of({{"a", Type::text}}, {}).empty());
}

TEST_CASE("rows are passed on in groups, so that memory is bounded") {
  std::size_t largest = 0, pieces = 0;
  FileWriter file({{"a", Type::text}}, [&](std::string_view piece) {
    largest = std::max(largest, piece.size());
    ++pieces;
  });
  const std::string text(1000, 'x');
  for (int i = 0; i < 20'000; ++i) file.row(std::vector<Value>{std::string_view(text)});
  CHECK(pieces > 2);
  CHECK(largest < 9U << 20U);
  file.finish();
}
