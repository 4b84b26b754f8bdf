#include "base/require.h"
#include "store/bit_packing.h"
#include "store/bytes.h"
#include "store/column_codec.h"
#include "store/column_encoding.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <numeric>
#include <utility>
#include <vector>

namespace tela::store {

namespace {

using Words = std::span<const std::uint64_t>;

unsigned width_of(std::uint64_t largest) {
  return static_cast<unsigned>(std::bit_width(largest));
}

// --- A list of words, each as its difference from the one before, in as few bytes as it needs ---

std::uint64_t zigzag(std::uint64_t difference) {
  return difference << 1U ^ (std::uint64_t{0} - (difference >> 63U));
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

// --- What decides the encoding ---

// Equal neighbours as one.
struct Runs {
  explicit Runs(Words words);

  [[nodiscard]] Words values() const { return {values_.data(), size}; }
  // How long each is; its number is less than size.
  [[nodiscard]] std::uint64_t length(std::size_t run) const {
    return run == 0 ? ends_[0] : ends_[run] - ends_[run - 1];
  }
  [[nodiscard]] std::uint64_t longest() const {
    std::uint64_t longest = 0;
    for (std::size_t run = 0; run < size; ++run) longest = std::max(longest, length(run));
    return longest;
  }

  std::size_t size = 0;

 private:
  std::array<std::uint64_t, block_rows> values_;
  std::array<std::uint32_t, block_rows> ends_;
};

// Without branches on the words, which nobody can predict.
Runs::Runs(Words words) {
  values_[0] = words[0];
  for (std::size_t i = 1; i < words.size(); ++i) {
    ends_[size] = static_cast<std::uint32_t>(i);
    size += words[i] != words[i - 1] ? 1U : 0U;
    values_[size] = words[i];
  }
  ends_[size++] = static_cast<std::uint32_t>(words.size());
}

struct Shape {
  std::uint64_t low, high;
  std::uint64_t unit = 1;     // divides every difference
  std::uint64_t max_step = 0; // between neighbours, when ascending
  bool ascending = true;
};

// The greatest number that divides every difference between neighbours, 1 where there are none.
// Mostly the first ones tell that it is 1.
std::uint64_t unit_of(Words values) {
  std::uint64_t unit = 0;
  for (std::size_t i = 1; i < values.size() && unit != 1; ++i) {
    const std::uint64_t step = values[i] - values[i - 1];
    const std::uint64_t distance = values[i] < values[i - 1] ? std::uint64_t{0} - step : step;
    if (unit == 0 || distance % unit != 0) unit = std::gcd(unit, distance);
  }
  return std::max(unit, std::uint64_t{1});
}

// REQUIRES: neighbours differ.
Shape shape_of(Words values) {
  std::uint64_t low = values[0], high = values[0], max_step = 0;
  bool descends = false;
  for (std::size_t i = 1; i < values.size(); ++i) {
    low = std::min(low, values[i]);
    high = std::max(high, values[i]);
    max_step = std::max(max_step, values[i] - values[i - 1]);
    descends |= values[i] < values[i - 1];
  }
  return {low, high, unit_of(values), max_step, !descends};
}

// The different words of a column, ascending, and for each row which of them it has.
struct Distinct {
  std::vector<std::uint64_t> words;
  std::array<std::uint16_t, block_rows> codes;
};

// Nothing when so many rows differ that a dictionary would not pay.
std::optional<Distinct> distinct_words(Words words) {
  constexpr std::size_t slots = 2 * block_rows;
  constexpr std::size_t trial = block_rows / 4; // after these rows it mostly shows
  std::array<std::uint16_t, slots> table{};     // place among the words + 1
  Distinct distinct;
  distinct.words.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::size_t slot = std::hash<rdf::Id>{}(rdf::Id::from_bits(words[i])) % slots;
    while (table[slot] != 0 && distinct.words[table[slot] - 1U] != words[i])
      slot = (slot + 1) % slots;
    if (table[slot] == 0) {
      distinct.words.push_back(words[i]);
      table[slot] = static_cast<std::uint16_t>(distinct.words.size());
    }
    distinct.codes[i] = static_cast<std::uint16_t>(table[slot] - 1);
    if (i == trial && distinct.words.size() > trial / 8 * 7) return std::nullopt;
  }
  if (distinct.words.size() > words.size() / 4 * 3) return std::nullopt;
  return distinct;
}

struct Item {
  std::uint64_t word;
  std::uint16_t code;
};

// Radix sort: half a thousand words are few enough to stay in the first-level cache.
void sort(std::vector<Item>& items, std::uint64_t largest) {
  constexpr unsigned digit_bits = 8;
  constexpr std::uint64_t digit_mask = 0xFF;
  std::vector<Item> sorted(items.size());
  for (unsigned shift = 0; shift < 64 && largest >> shift != 0; shift += digit_bits) {
    std::array<std::uint16_t, digit_mask + 1> starts{};
    const auto digit = [&](const Item& item) { return item.word >> shift & digit_mask; };
    for (const Item& item : items) ++starts[digit(item)];
    if (starts[digit(items.front())] == items.size()) continue;
    std::uint16_t start = 0;
    for (std::uint16_t& count : starts)
      start = static_cast<std::uint16_t>(start + std::exchange(count, start));
    for (const Item& item : items) sorted[starts[digit(item)]++] = item;
    items.swap(sorted);
  }
}

// REQUIRES: `shape` is that of the column.
void sort(Distinct& distinct, const Shape& shape, std::size_t rows) {
  std::vector<Item> items;
  items.reserve(distinct.words.size());
  for (const std::uint64_t word : distinct.words)
    items.push_back({word - shape.low, static_cast<std::uint16_t>(items.size())});
  sort(items, shape.high - shape.low);
  std::array<std::uint16_t, block_rows> rank_of;
  for (std::size_t i = 0; i < items.size(); ++i) {
    distinct.words[i] = items[i].word + shape.low;
    rank_of[items[i].code] = static_cast<std::uint16_t>(i);
  }
  for (std::size_t i = 0; i < rows; ++i) distinct.codes[i] = rank_of[distinct.codes[i]];
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

// Appends distance_of(i) in units. Divides only where it must: that takes longer than all the rest.
template<class DistanceOf>
void append_in_units(std::string& out, std::size_t count, unsigned width, std::uint64_t unit,
                     DistanceOf distance_of) {
  if (unit == 1)
    append_packed(out, count, width, distance_of);
  else
    append_packed(out, count, width, [&](std::size_t i) { return distance_of(i) / unit; });
}

void append_packed_column(std::string& out, Words words, const Shape& shape) {
  const unsigned width = width_of((shape.high - shape.low) / shape.unit);
  append_header(out, Encoding::packed, width);
  append_raw(out, shape.low);
  append_raw(out, shape.unit);
  append_in_units(out, words.size(), width, shape.unit,
                  [&](std::size_t i) { return words[i] - shape.low; });
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
  append_in_units(out, words.size() - 1, width, shape.unit,
                  [&](std::size_t i) { return words[i + 1] - words[i]; });
}

std::size_t runs_size(const Runs& runs) {
  return 4 + packed_bytes(runs.size, width_of(runs.longest())) + list_bytes(runs.values());
}

void append_runs_column(std::string& out, const Runs& runs) {
  const unsigned width = width_of(runs.longest());
  append_header(out, Encoding::runs, width);
  append_raw(out, static_cast<std::uint16_t>(runs.size));
  append_packed(out, runs.size, width, [&](std::size_t run) { return runs.length(run); });
  append_list(out, runs.values());
}

std::size_t dictionary_size(Words distinct, std::size_t count) {
  return 4 + packed_bytes(count, width_of(distinct.size() - 1)) + list_bytes(distinct);
}

void append_dictionary_column(std::string& out, const Distinct& distinct, std::size_t count) {
  const unsigned width = width_of(distinct.words.size() - 1);
  append_header(out, Encoding::dictionary, width);
  append_raw(out, static_cast<std::uint16_t>(distinct.words.size()));
  append_packed(out, count, width, [&](std::size_t i) { return distinct.codes[i]; });
  append_list(out, distinct.words);
}

void encode_varied(std::string& out, Words words) {
  const Runs runs(words);
  const Shape shape = shape_of(runs.values());
  const std::size_t packed = packed_size(shape, words.size());
  const std::size_t steps = steps_size(shape, words.size());
  std::size_t best = std::min(packed, steps);
  // Runs are the fastest to search and to decode: worth a few bytes.
  if (runs.size <= words.size() / 2 && runs_size(runs) <= best + best / 4)
    return append_runs_column(out, runs);
  // A dictionary is dear to find; less than a byte an id it would not save much.
  if (best > words.size()) {
    if (auto distinct = distinct_words(words)) {
      sort(*distinct, shape, words.size());
      if (dictionary_size(distinct->words, words.size()) < best)
        return append_dictionary_column(out, *distinct, words.size());
    }
  }
  if (steps < packed) return append_steps_column(out, words, shape);
  append_packed_column(out, words, shape);
}

// Whether each id is the one behind it: the C library compares faster than any loop here.
bool all_equal(std::span<const rdf::Id> ids) {
  return std::memcmp(ids.data(), ids.data() + 1, (ids.size() - 1) * sizeof(rdf::Id)) == 0;
}

} // namespace

void encode_column(std::span<const rdf::Id> ids, std::string& out) {
  base::require(!ids.empty() && ids.size() <= block_rows, "1 to block_rows ids");
  static_assert(sizeof(rdf::Id) == sizeof(std::uint64_t));
  if (all_equal(ids)) {
    const std::uint64_t word = ids.front().bits();
    out += static_cast<char>(Encoding::constant);
    out.append(reinterpret_cast<const char*>(&word), byte_length(word));
    return;
  }
  std::array<std::uint64_t, block_rows> words;
  std::memcpy(words.data(), ids.data(), ids.size_bytes());
  encode_varied(out, {words.data(), ids.size()});
}

} // namespace tela::store
