#include "base/error.h"
#include "store/bytes.h"
#include "store/column_codec.h"

#include <catch2/catch.hpp>

#include <random>
#include <vector>

using namespace tela;
using rdf::Id;

namespace {

std::vector<Id> ids_of(const std::vector<std::uint64_t>& words) {
  std::vector<Id> ids;
  for (const std::uint64_t word : words) ids.push_back(Id::from_bits(word));
  return ids;
}

std::string encode(const std::vector<Id>& ids) {
  std::string bytes;
  store::encode_column(ids, bytes);
  return bytes;
}

// The rows of `range`; the others are undefined.
std::vector<Id> decode(const std::string& bytes, std::size_t count, store::BlockRange range) {
  const std::string padded = bytes + std::string(store::slack_bytes, '\xFF');
  std::vector<Id> ids(count);
  store::Column(std::string_view(padded).substr(0, bytes.size()), count).decode(range, ids.data());
  return ids;
}

std::vector<Id> decode(const std::string& bytes, std::size_t count) {
  return decode(bytes, count, {0, count});
}

// The size of the encoding, after a check that it is the same column again.
std::size_t size_of(const std::vector<std::uint64_t>& words) {
  const auto ids = ids_of(words);
  const std::string bytes = encode(ids);
  CHECK(decode(bytes, ids.size()) == ids);
  return bytes.size();
}

template<class WordOf>
std::vector<std::uint64_t> words(std::size_t count, WordOf word_of) {
  std::vector<std::uint64_t> result;
  for (std::size_t i = 0; i < count; ++i) result.push_back(word_of(i));
  return result;
}

} // namespace

TEST_CASE("columns: each shape takes about the bytes that it must") {
  std::mt19937_64 random(7);
  const std::uint64_t iri = Id::make(rdf::IdTag::iri, 0).bits();
  const std::uint64_t date = Id::make(rdf::IdTag::date, std::uint64_t{1} << 50U).bits();
  CHECK(size_of(words(1024, [&](auto) { return iri + 5; })) <= 9);
  CHECK(size_of(words(1024, [](auto) { return std::uint64_t{0}; })) == 1);
  CHECK(size_of(words(1024, [&](auto i) { return iri + i; })) <= 128 + 18);
  CHECK(size_of(words(1024, [&](auto i) { return iri + i / 20; })) <= 130);
  CHECK(size_of(words(1024, [&](auto) { return iri + random() % 256; })) <= 1024 + 18);
  // Days are far apart as numbers, but all multiples of one.
  CHECK(size_of(words(1024, [&](auto) { return date + random() % 1000 * 86'400'000 * 512; })) <=
        1280 + 18);
  // A few ids that are very different: a dictionary.
  std::vector<std::uint64_t> few = words(16, [&](auto) { return random(); });
  CHECK(size_of(words(1024, [&](auto) { return few[random() % 16]; })) <= 512 + 16 * 9 + 4);
}

TEST_CASE("columns: extremes and all widths come back") {
  std::mt19937_64 random(8);
  const std::uint64_t highest = ~std::uint64_t{0};
  size_of({0});
  size_of({highest});
  size_of({0, highest});
  size_of({highest, 0, highest});
  size_of({highest, 0, 1});
  for (unsigned width = 1; width <= 64; ++width)
    for (const std::size_t count : {1, 2, 3, 7, 63, 64, 65, 1000, 1024}) {
      const auto numbers = words(count, [&](auto) { return random() >> (64 - width); });
      size_of(numbers);
      auto ascending = numbers;
      std::sort(ascending.begin(), ascending.end());
      size_of(ascending);
    }
}

TEST_CASE("columns: a part is decoded, and searched, like the whole") {
  std::mt19937_64 random(10);
  for (int round = 0; round < 2000; ++round) {
    const std::size_t count = 1 + random() % 1024;
    const std::uint64_t spread = std::uint64_t{1} << random() % 40;
    std::vector<std::uint64_t> base = words(1 + random() % 40, [&](auto) { return random(); });
    auto numbers = words(count, [&](auto) {
      return round % 2 == 0 ? random() % spread * 10 : base[random() % base.size()];
    });
    if (round % 3 != 0) std::sort(numbers.begin(), numbers.end());
    const auto ids = ids_of(numbers);
    const std::string bytes = encode(ids) + std::string(store::slack_bytes, '\xFF');
    const store::Column column(std::string_view(bytes).substr(0, bytes.size() - store::slack_bytes),
                               count);
    store::BlockRange range{random() % count, 0};
    range.end = range.begin + random() % (count - range.begin + 1);
    std::vector<Id> part(count);
    column.decode(range, part.data());
    CHECK(std::equal(part.begin() + range.begin, part.begin() + range.end,
                     ids.begin() + range.begin));
    if (round % 3 == 0) continue;
    const Id id = Id::from_bits(ids[random() % count].bits() + random() % 3 - 1);
    const auto expected = std::equal_range(ids.begin() + range.begin, ids.begin() + range.end, id);
    const store::BlockRange found = column.equal_range(range, id);
    CHECK(found.begin == static_cast<std::size_t>(expected.first - ids.begin()));
    CHECK(found.end == static_cast<std::size_t>(expected.second - ids.begin()));
  }
}

TEST_CASE("columns: damaged bytes give an error or other ids, never more") {
  std::mt19937_64 random(9);
  for (int round = 0; round < 20000; ++round) {
    const std::size_t count = 1 + random() % 1024;
    std::string bytes;
    if (round % 2 == 0) {
      bytes = encode(ids_of(words(count, [&](auto) { return random() >> (random() % 64); })));
      bytes[random() % bytes.size()] = static_cast<char>(random());
      if (round % 4 == 0) bytes.resize(random() % bytes.size());
    } else {
      bytes.resize(random() % 40);
      for (char& c : bytes) c = static_cast<char>(random() % 8);
    }
    try {
      decode(bytes, count);
    } catch (const base::Error&) {
      SUCCEED();
    }
  }
}
