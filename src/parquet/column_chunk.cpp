#include "parquet/column_chunk.h"

#include "parquet/little_endian.h"

#include <bit>
#include <utility>

namespace tela::parquet {

void ColumnChunk::add(const Value& value) {
  const bool present = !std::holds_alternative<std::monostate>(value);
  add_level(present);
  if (!present) return;
  switch (type_) {
  case Type::boolean:
    return add_bit(std::get<bool>(value));
  case Type::real:
    return append_little_endian(values_, std::bit_cast<std::uint64_t>(std::get<double>(value)));
  case Type::date:
    return append_little_endian(values_, static_cast<std::uint32_t>(std::get<std::int64_t>(value)));
  case Type::integer:
  case Type::instant:
  case Type::local:
    return append_little_endian(values_, static_cast<std::uint64_t>(std::get<std::int64_t>(value)));
  case Type::text: {
    const auto text = std::get<std::string_view>(value);
    append_little_endian(values_, static_cast<std::uint32_t>(text.size()));
    values_ += text;
  }
  }
}

std::string ColumnChunk::take_page() {
  end_run();
  std::string page;
  append_little_endian(page, static_cast<std::uint32_t>(levels_.size()));
  page += std::exchange(levels_, {});
  page += std::exchange(values_, {});
  bits_ = 0;
  return page;
}

void ColumnChunk::add_level(bool present) {
  if (present != run_present_) end_run();
  run_present_ = present;
  ++run_length_;
}

// A run of equal levels: its length, twice, as a varint, and the level.
void ColumnChunk::end_run() {
  if (run_length_ == 0) return;
  constexpr std::uint64_t more = 0x80;
  std::uint64_t head = std::exchange(run_length_, 0) << 1U;
  for (; head >= more; head >>= 7U) levels_ += static_cast<char>((head & 0x7FU) | more);
  levels_ += static_cast<char>(head);
  levels_ += static_cast<char>(run_present_);
}

void ColumnChunk::add_bit(bool bit) {
  constexpr unsigned bits_a_byte = 8;
  if (bits_ % bits_a_byte == 0) values_ += '\0';
  const unsigned place = bits_++ % bits_a_byte;
  values_.back() = static_cast<char>(static_cast<unsigned char>(values_.back()) |
                                     static_cast<unsigned>(bit) << place);
}

} // namespace tela::parquet
