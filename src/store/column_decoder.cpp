#include "store/bit_packing.h"
#include "store/bytes.h"
#include "store/column_codec.h"
#include "store/column_encoding.h"

#include <algorithm>
#include <array>

namespace tela::store {

namespace {

using WordArray = std::array<std::uint64_t, block_rows>;

// A column behind its two header bytes.
struct Body {
  std::string_view bytes;
  unsigned width;
  std::size_t rows;
};

std::uint64_t unzigzag(std::uint64_t code) {
  return code >> 1U ^ (std::uint64_t{0} - (code & 1U));
}

// Takes `count` words from the front of `bytes`: the lengths of their differences, then those.
void take_list(std::string_view& bytes, std::size_t count, WordArray& to) {
  constexpr std::array<std::uint64_t, 16> masks{0,
                                                low_bits(8),
                                                low_bits(16),
                                                low_bits(24),
                                                low_bits(32),
                                                low_bits(40),
                                                low_bits(48),
                                                low_bits(56),
                                                low_bits(64)};
  const char* lengths = take_bytes(bytes, (count + 1) / 2).data();
  const char* at = bytes.data();
  const char* end = at + bytes.size();
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const unsigned length = static_cast<unsigned char>(lengths[i / 2]) >> (i % 2 * 4) & 15U;
    if (at > end) fail_damaged("a list of ids is cut short");
    word += unzigzag(load<std::uint64_t>(at) & masks[length]);
    to[i] = word;
    at += length;
  }
  if (at > end) fail_damaged("a list of ids is cut short");
}

// Numbers of `width` bits that count `unit` each, from `base` on.
struct Packed {
  std::uint64_t base, unit;
  const char* numbers;
  unsigned width;

  Packed(Body body, std::size_t count) : width(body.width) {
    if (width > 64) fail_damaged("a column of ids");
    base = take<std::uint64_t>(body.bytes);
    unit = take<std::uint64_t>(body.bytes);
    numbers = take_bytes(body.bytes, packed_bytes(count, width)).data();
  }

  // Calls take(i, number in units) for each of the range.
  template<class Take>
  void each(BlockRange range, Take take) const {
    if (unit == 1)
      unpack(numbers, width, range.begin, range.end, take);
    else
      unpack(numbers, width, range.begin, range.end,
             [&](std::size_t i, std::uint64_t number) { take(i, number * unit); });
  }
};

void decode_packed(const Body& body, BlockRange range, rdf::Id* out) {
  const Packed packed(body, body.rows);
  packed.each(range, [out, base = packed.base](std::size_t i, std::uint64_t distance) {
    out[i] = rdf::Id::from_bits(base + distance);
  });
}

void decode_steps(const Body& body, BlockRange range, rdf::Id* out) {
  const Packed packed(body, body.rows - 1);
  std::uint64_t word = packed.base;
  packed.each({0, range.begin}, [&](std::size_t, std::uint64_t step) { word += step; });
  out[range.begin] = rdf::Id::from_bits(word);
  packed.each({range.begin, range.end - 1}, [&](std::size_t i, std::uint64_t step) {
    word += step;
    out[i + 1] = rdf::Id::from_bits(word);
  });
}

// Calls take(begin, end, word) for each run, until it returns false.
template<class Take>
void each_run(Body body, Take take_run) {
  const std::size_t runs = take<std::uint16_t>(body.bytes);
  if (runs > body.rows || body.width > 16) fail_damaged("a column of ids");
  const char* lengths = take_bytes(body.bytes, packed_bytes(runs, body.width)).data();
  WordArray values;
  take_list(body.bytes, runs, values);
  std::size_t row = 0;
  for (std::size_t i = 0; i < runs; ++i) {
    const std::size_t length = packed_at(lengths, body.width, i);
    if (length > body.rows - row) fail_damaged("a column of ids");
    if (!take_run(row, row + length, values[i])) return;
    row += length;
  }
  if (row != body.rows) fail_damaged("a column of ids");
}

void decode_runs(const Body& body, BlockRange range, rdf::Id* out) {
  each_run(body, [&](std::size_t begin, std::size_t end, std::uint64_t word) {
    begin = std::max(begin, range.begin);
    end = std::min(end, range.end);
    if (begin < end) std::fill(out + begin, out + end, rdf::Id::from_bits(word));
    return end < range.end;
  });
}

void decode_dictionary(Body body, BlockRange range, rdf::Id* out) {
  const std::size_t size = take<std::uint16_t>(body.bytes);
  if (body.width > 10 || size > std::size_t{1} << body.width) fail_damaged("a column of ids");
  const char* codes = take_bytes(body.bytes, packed_bytes(body.rows, body.width)).data();
  WordArray values;
  take_list(body.bytes, size, values);
  // Damaged codes may point behind the values, not behind the table.
  std::fill(values.data() + size, values.data() + (std::size_t{1} << body.width), std::uint64_t{0});
  unpack(codes, body.width, range.begin, range.end,
         [&](std::size_t i, std::uint64_t code) { out[i] = rdf::Id::from_bits(values[code]); });
}

void decode_varied(Encoding encoding, const Body& body, BlockRange range, rdf::Id* out) {
  switch (encoding) {
  case Encoding::packed:
    return decode_packed(body, range, out);
  case Encoding::steps:
    return decode_steps(body, range, out);
  case Encoding::runs:
    return decode_runs(body, range, out);
  case Encoding::dictionary:
    return decode_dictionary(body, range, out);
  default:
    fail_damaged("a column of ids in an unknown encoding");
  }
}

BlockRange equal_among(BlockRange range, rdf::Id id, rdf::Id all) {
  if (id < all) return {range.begin, range.begin};
  if (id > all) return {range.end, range.end};
  return range;
}

// First row of the range whose id is not less than `id`.
std::size_t lower_bound(const Packed& packed, BlockRange range, std::uint64_t id) {
  while (range.begin < range.end) {
    const std::size_t middle = range.begin + range.size() / 2;
    if (packed.base + packed_at(packed.numbers, packed.width, middle) * packed.unit < id)
      range.begin = middle + 1;
    else
      range.end = middle;
  }
  return range.begin;
}

BlockRange equal_packed(const Body& body, BlockRange range, rdf::Id id) {
  const Packed packed(body, body.rows);
  range.begin = lower_bound(packed, range, id.bits());
  if (id.bits() != ~std::uint64_t{0}) range.end = lower_bound(packed, range, id.bits() + 1);
  return range;
}

BlockRange equal_runs(const Body& body, BlockRange range, rdf::Id id) {
  BlockRange found{range.end, range.end};
  each_run(body, [&](std::size_t begin, std::size_t end, std::uint64_t word) {
    begin = std::max(begin, range.begin);
    end = std::min(end, range.end);
    if (begin >= end || word < id.bits()) return true;
    found = {begin, word == id.bits() ? end : begin};
    return false;
  });
  return found;
}

rdf::Id constant_id(std::string_view bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes.data(), std::min(bytes.size(), sizeof word));
  return rdf::Id::from_bits(word);
}

} // namespace

std::optional<rdf::Id> Column::constant() const noexcept {
  if (bytes_.empty() || Encoding(bytes_.front()) != Encoding::constant) return std::nullopt;
  return constant_id(bytes_.substr(1));
}

void Column::decode(BlockRange range, rdf::Id* out) const {
  if (range.begin >= range.end) return;
  if (const auto id = constant()) {
    std::fill(out + range.begin, out + range.end, *id);
    return;
  }
  std::string_view bytes = bytes_;
  const auto encoding = Encoding(take<std::uint8_t>(bytes));
  const unsigned width = take<std::uint8_t>(bytes);
  decode_varied(encoding, {bytes, width, rows_}, range, out);
}

BlockRange Column::equal_range(BlockRange range, rdf::Id id) const {
  if (range.begin >= range.end) return range;
  if (const auto all = constant()) return equal_among(range, id, *all);
  std::string_view bytes = bytes_;
  const auto encoding = Encoding(take<std::uint8_t>(bytes));
  const unsigned width = take<std::uint8_t>(bytes);
  const Body body{bytes, width, rows_};
  if (encoding == Encoding::packed) return equal_packed(body, range, id);
  if (encoding == Encoding::runs) return equal_runs(body, range, id);
  std::array<rdf::Id, block_rows> ids;
  decode_varied(encoding, body, range, ids.data());
  const auto found = std::equal_range(ids.data() + range.begin, ids.data() + range.end, id);
  return {static_cast<std::size_t>(found.first - ids.data()),
          static_cast<std::size_t>(found.second - ids.data())};
}

} // namespace tela::store
