#include "parquet/compact_writer.h"

#include <algorithm>

namespace tela::parquet {

void CompactWriter::field(int number, bool value) {
  head(number, value ? true_ : false_);
}

void CompactWriter::field(int number, std::int32_t value) {
  head(number, i32);
  zigzag(value);
}

void CompactWriter::field(int number, std::int64_t value) {
  head(number, i64);
  zigzag(value);
}

void CompactWriter::field(int number, std::string_view bytes) {
  head(number, binary);
  element(bytes);
}

void CompactWriter::begin_struct(int number) {
  head(number, structure);
  begin_element();
}

void CompactWriter::end_struct() {
  out_ += '\0';
  last_.pop_back();
}

void CompactWriter::begin_structs(int number, std::size_t size) {
  list_head(number, structure, size);
}
void CompactWriter::begin_integers(int number, std::size_t size) {
  list_head(number, i32, size);
}
void CompactWriter::begin_texts(int number, std::size_t size) {
  list_head(number, binary, size);
}

void CompactWriter::element(std::int32_t value) {
  zigzag(value);
}

void CompactWriter::element(std::string_view bytes) {
  varint(bytes.size());
  out_ += bytes;
}

void CompactWriter::begin_element() {
  last_.push_back(0);
}

void CompactWriter::head(int number, Type type) {
  constexpr int largest_step = 15;
  const int step = number - last_.back();
  last_.back() = number;
  if (step <= largest_step) {
    out_ += static_cast<char>(static_cast<unsigned>(step) << 4U | type);
    return;
  }
  out_ += static_cast<char>(type);
  zigzag(number);
}

void CompactWriter::list_head(int number, Type element, std::size_t size) {
  constexpr std::size_t long_list = 15;
  head(number, list);
  out_ += static_cast<char>(std::min(size, long_list) << 4U | element);
  if (size >= long_list) varint(size);
}

void CompactWriter::varint(std::uint64_t value) {
  constexpr std::uint64_t more = 0x80;
  for (; value >= more; value >>= 7U) out_ += static_cast<char>((value & 0x7FU) | more);
  out_ += static_cast<char>(value);
}

void CompactWriter::zigzag(std::int64_t value) {
  varint(static_cast<std::uint64_t>(value) << 1U ^ static_cast<std::uint64_t>(value >> 63U));
}

} // namespace tela::parquet
