#include "store/column_codec.h"

#include "store/bit_packing.h"
#include "store/bytes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <vector>

namespace tela::store {

namespace {

using Words = std::span<const std::uint64_t>;

// First byte of a column. Written to disk: do not renumber.
enum class Encoding : std::uint8_t { constant, packed, steps, runs, dictionary };

unsigned width_of(std::uint64_t largest) {
  return static_cast<unsigned>(std::bit_width(largest));
}

// --- A list of words, each as its difference from the one before, in as few bytes as it needs ---

std::uint64_t zigzag(std::uint64_t difference) {
  return difference << 1U ^ (std::uint64_t{0} - (difference >> 63U));
}

std::uint64_t unzigzag(std::uint64_t code) {
  return code >> 1U ^ (std::uint64_t{0} - (code & 1U));
}

unsigned byte_length(std::uint64_t code) {
  return (width_of(code) + 7) / 8;
}

std::size_t list_bytes(Words words) {
  std::size_t bytes = (words.size() + 1) / 2;
  std::uint64_t before = 0;
  for (const std::uint64_t word : words) bytes += byte_length(zigzag(word - before)), before = word;
  return bytes;
}

void append_list(std::string& out, Words words) {
  const std::size_t lengths = out.size();
  out.append((words.size() + 1) / 2, '\0');
  std::uint64_t before = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint64_t code = zigzag(words[i] - before);
    const unsigned length = byte_length(code);
    out[lengths + i / 2] = static_cast<char>(out[lengths + i / 2] | length << (i % 2 * 4));
    out.append(reinterpret_cast<const char*>(&code), length);
    before = words[i];
  }
}

// Takes `count` words from the front of `bytes`.
void take_list(std::string_view& bytes, std::size_t count, std::uint64_t* to) {
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
  bytes.remove_prefix(static_cast<std::size_t>(at - bytes.data()));
}

// --- What decides the encoding ---

struct Shape {
  std::uint64_t low, high;
  std::uint64_t unit = 0;     // divides every difference; 0 when there are none
  std::uint64_t max_step = 0; // between neighbours, when ascending
  std::size_t runs = 1;       // of equal neighbours
  bool ascending = true;
};

Shape shape_of(Words words) {
  Shape shape{words[0], words[0]};
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::uint64_t step = words[i] - words[i - 1];
    if (step == 0) continue;
    ++shape.runs;
    shape.low = std::min(shape.low, words[i]);
    shape.high = std::max(shape.high, words[i]);
    shape.ascending = shape.ascending && words[i] > words[i - 1];
    shape.max_step = std::max(shape.max_step, step);
    const std::uint64_t distance = words[i] > words[i - 1] ? step : std::uint64_t{0} - step;
    if (shape.unit != 1 && (shape.unit == 0 || distance % shape.unit != 0))
      shape.unit = std::gcd(shape.unit, distance);
  }
  return shape;
}

struct Runs {
  std::vector<std::uint64_t> values;
  std::vector<std::uint64_t> lengths;
};

Runs runs_of(Words words) {
  Runs runs;
  for (const std::uint64_t word : words) {
    if (runs.values.empty() || runs.values.back() != word) {
      runs.values.push_back(word);
      runs.lengths.push_back(0);
    }
    ++runs.lengths.back();
  }
  return runs;
}

// The different words, ascending; empty when there are more than `limit`.
std::vector<std::uint64_t> distinct_words(Words words, std::size_t limit) {
  constexpr std::size_t slots = 2 * block_rows;
  std::array<std::uint64_t, slots> table{};
  std::array<bool, slots> used{};
  std::vector<std::uint64_t> distinct;
  for (const std::uint64_t word : words) {
    std::size_t slot = std::hash<rdf::Id>{}(rdf::Id::from_bits(word)) % slots;
    while (used[slot] && table[slot] != word) slot = (slot + 1) % slots;
    if (used[slot]) continue;
    if (distinct.size() == limit) return {};
    used[slot] = true;
    table[slot] = word;
    distinct.push_back(word);
  }
  std::ranges::sort(distinct);
  return distinct;
}

// --- The encodings: size and bytes ---

constexpr std::size_t packed_header_bytes = 2 + 8 + 8;

std::size_t packed_size(const Shape& shape, std::size_t count) {
  return packed_header_bytes + packed_bytes(count, width_of((shape.high - shape.low) / shape.unit));
}

void append_header(std::string& out, Encoding encoding, unsigned width) {
  out += static_cast<char>(encoding);
  out += static_cast<char>(width);
}

void append_packed_column(std::string& out, Words words, const Shape& shape) {
  const unsigned width = width_of((shape.high - shape.low) / shape.unit);
  append_header(out, Encoding::packed, width);
  append_raw(out, shape.low);
  append_raw(out, shape.unit);
  append_packed(out, words.size(), width,
                [&](std::size_t i) { return (words[i] - shape.low) / shape.unit; });
}

std::size_t steps_size(const Shape& shape, std::size_t count) {
  if (!shape.ascending) return static_cast<std::size_t>(-1);
  return packed_header_bytes + packed_bytes(count - 1, width_of(shape.max_step / shape.unit));
}

void append_steps_column(std::string& out, Words words, const Shape& shape) {
  const unsigned width = width_of(shape.max_step / shape.unit);
  append_header(out, Encoding::steps, width);
  append_raw(out, words[0]);
  append_raw(out, shape.unit);
  append_packed(out, words.size() - 1, width,
                [&](std::size_t i) { return (words[i + 1] - words[i]) / shape.unit; });
}

std::size_t runs_size(const Runs& runs) {
  const unsigned width = width_of(*std::ranges::max_element(runs.lengths));
  return 4 + packed_bytes(runs.lengths.size(), width) + list_bytes(runs.values);
}

void append_runs_column(std::string& out, const Runs& runs) {
  const unsigned width = width_of(*std::ranges::max_element(runs.lengths));
  append_header(out, Encoding::runs, width);
  append_raw(out, static_cast<std::uint16_t>(runs.values.size()));
  append_packed(out, runs.lengths.size(), width, [&](std::size_t i) { return runs.lengths[i]; });
  append_list(out, runs.values);
}

std::size_t dictionary_size(Words distinct, std::size_t count) {
  return 4 + packed_bytes(count, width_of(distinct.size() - 1)) + list_bytes(distinct);
}

void append_dictionary_column(std::string& out, Words words, Words distinct) {
  const unsigned width = width_of(distinct.size() - 1);
  append_header(out, Encoding::dictionary, width);
  append_raw(out, static_cast<std::uint16_t>(distinct.size()));
  append_packed(out, words.size(), width, [&](std::size_t i) {
    return static_cast<std::uint64_t>(std::ranges::lower_bound(distinct, words[i]) -
                                      distinct.begin());
  });
  append_list(out, distinct);
}

void encode_varied(std::string& out, Words words, const Shape& shape) {
  const std::size_t packed = packed_size(shape, words.size());
  const std::size_t steps = steps_size(shape, words.size());
  std::size_t best = std::min(packed, steps);
  if (shape.runs <= words.size() / 2) {
    const Runs runs = runs_of(words);
    if (runs_size(runs) < best) return append_runs_column(out, runs);
  }
  // A dictionary is dear to find; less than a byte an id it would not save much.
  if (best > words.size()) {
    const auto distinct = distinct_words(words, words.size() / 4 * 3);
    if (!distinct.empty() && dictionary_size(distinct, words.size()) < best)
      return append_dictionary_column(out, words, distinct);
  }
  if (steps < packed) return append_steps_column(out, words, shape);
  append_packed_column(out, words, shape);
}

// --- Decoding ---

struct PackedHeader {
  std::uint64_t base, unit;
  const char* numbers;
};

PackedHeader take_packed(std::string_view& column, unsigned width, std::size_t count) {
  if (width > 64) fail_damaged("a column of ids");
  PackedHeader header{};
  header.base = take<std::uint64_t>(column);
  header.unit = take<std::uint64_t>(column);
  header.numbers = take_bytes(column, packed_bytes(count, width)).data();
  return header;
}

void decode_packed(std::string_view column, unsigned width, std::size_t count, rdf::Id* out) {
  const auto [base, unit, numbers] = take_packed(column, width, count);
  if (unit == 1)
    unpack(numbers, width, count, [out, base = base](std::size_t i, std::uint64_t number) {
      out[i] = rdf::Id::from_bits(base + number);
    });
  else
    unpack(numbers, width, count,
           [out, base = base, unit = unit](std::size_t i, std::uint64_t number) {
             out[i] = rdf::Id::from_bits(base + number * unit);
           });
}

void decode_steps(std::string_view column, unsigned width, std::size_t count, rdf::Id* out) {
  const auto [base, unit, numbers] = take_packed(column, width, count - 1);
  std::uint64_t word = base;
  out[0] = rdf::Id::from_bits(word);
  unpack(numbers, width, count - 1, [&, unit = unit](std::size_t i, std::uint64_t number) {
    word += number * unit;
    out[i + 1] = rdf::Id::from_bits(word);
  });
}

void decode_runs(std::string_view column, unsigned width, std::size_t count, rdf::Id* out) {
  const std::size_t runs = take<std::uint16_t>(column);
  if (runs > count || width > 16) fail_damaged("a column of ids");
  const char* lengths = take_bytes(column, packed_bytes(runs, width)).data();
  std::array<std::uint64_t, block_rows> values;
  take_list(column, runs, values.data());
  std::size_t row = 0;
  for (std::size_t i = 0; i < runs; ++i) {
    const std::size_t length = packed_at(lengths, width, i);
    if (length > count - row) fail_damaged("a column of ids");
    std::fill_n(out + row, length, rdf::Id::from_bits(values[i]));
    row += length;
  }
  if (row != count) fail_damaged("a column of ids");
}

void decode_dictionary(std::string_view column, unsigned width, std::size_t count, rdf::Id* out) {
  const std::size_t size = take<std::uint16_t>(column);
  if (width > 10 || size > std::size_t{1} << width) fail_damaged("a column of ids");
  const char* codes = take_bytes(column, packed_bytes(count, width)).data();
  std::array<std::uint64_t, block_rows> values;
  take_list(column, size, values.data());
  // Damaged codes may point behind the values, not behind the table.
  std::fill(values.begin() + static_cast<std::ptrdiff_t>(size),
            values.begin() + (std::ptrdiff_t{1} << width), std::uint64_t{0});
  unpack(codes, width, count,
         [&](std::size_t i, std::uint64_t code) { out[i] = rdf::Id::from_bits(values[code]); });
}

rdf::Id constant_value(std::string_view bytes) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes.data(), std::min(bytes.size(), sizeof value));
  return rdf::Id::from_bits(value);
}

} // namespace

void encode_column(std::span<const rdf::Id> ids, std::string& out) {
  static_assert(sizeof(rdf::Id) == sizeof(std::uint64_t));
  std::array<std::uint64_t, block_rows> words;
  std::ranges::transform(ids, words.begin(), [](rdf::Id id) { return id.bits(); });
  const Words column(words.data(), ids.size());
  const Shape shape = shape_of(column);
  if (shape.low != shape.high) return encode_varied(out, column, shape);
  out += static_cast<char>(Encoding::constant);
  out.append(reinterpret_cast<const char*>(&shape.low), byte_length(shape.low));
}

void decode_column(std::string_view column, std::size_t count, rdf::Id* out) {
  if (count == 0) return;
  const auto encoding = Encoding(take<std::uint8_t>(column));
  if (encoding == Encoding::constant) {
    std::fill_n(out, count, constant_value(column));
    return;
  }
  const unsigned width = take<std::uint8_t>(column);
  switch (encoding) {
  case Encoding::packed:
    return decode_packed(column, width, count, out);
  case Encoding::steps:
    return decode_steps(column, width, count, out);
  case Encoding::runs:
    return decode_runs(column, width, count, out);
  case Encoding::dictionary:
    return decode_dictionary(column, width, count, out);
  default:
    fail_damaged("a column of ids in an unknown encoding");
  }
}

std::optional<rdf::Id> constant_column(std::string_view column) noexcept {
  if (column.empty() || Encoding(column.front()) != Encoding::constant) return std::nullopt;
  return constant_value(column.substr(1));
}

} // namespace tela::store
