#include "base/error.h"
#include "store/batch.h"
#include "store/bytes.h"
#include "store/dictionary.h"
#include "store/dictionary_writer.h"
#include "store/string_sort.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>
#include <random>

using namespace tela;
using store::Dictionary;
using store::DictionaryKey;
using store::Kinds;

namespace {

std::string section_of(const std::vector<std::pair<std::string, std::uint32_t>>& sorted,
                       Kinds kinds) {
  store::SpoolSpace space(base::FileSystem::real(), "none", std::size_t{1} << 24U);
  store::DictionaryWriter writer(space, kinds);
  for (const auto& [text, kind] : sorted) writer.add({text, kind});
  writer.finish();
  std::string section;
  store::append_raw(section, writer.size());
  for (const store::Spool* spool : {&writer.offsets(), &writer.blocks()}) {
    const std::size_t at = section.size();
    section.resize(at + spool->size());
    spool->read(0, section.data() + at, spool->size());
  }
  return section;
}

std::vector<std::pair<std::string, std::uint32_t>> nasty_strings() {
  std::mt19937 random(3);
  std::vector<std::pair<std::string, std::uint32_t>> strings{{"", 0},
                                                             {"", 7},
                                                             {std::string(1, '\0'), 0},
                                                             {std::string(2, '\0'), 0},
                                                             {std::string(9, '\0'), 0},
                                                             {std::string(100'000, 'x'), 1},
                                                             {std::string(100'000, 'x') + "y", 0},
                                                             {"État", 3}};
  for (int i = 0; i < 2000; ++i) {
    std::string text = random() % 3 == 0 ? "https://w3id.org/tela/project/" : "";
    for (std::size_t length = random() % 20; length != 0; --length)
      text += "ab\0\x01\xFF"[random() % 5];
    strings.emplace_back(text, random() % 4);
  }
  return strings;
}

} // namespace

TEST_CASE("terms are sorted by their bytes, then by kind") {
  store::TermTable table;
  const auto strings = nasty_strings();
  for (const auto& [text, kind] : strings) table.intern(text, kind);
  auto expected = strings;
  std::sort(expected.begin(), expected.end());
  expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
  REQUIRE(table.terms().size() == expected.size());
  std::vector<std::uint32_t> numbers(expected.size());
  std::iota(numbers.begin(), numbers.end(), 0);
  store::sort_terms(table.terms(), numbers);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const store::BatchTerm& term = table.terms()[numbers[i]];
    CHECK(std::pair(std::string(term.text()), term.kind) == expected[i]);
  }
}

TEST_CASE("a dictionary finds every string by number and every number by string") {
  auto strings = nasty_strings();
  std::sort(strings.begin(), strings.end());
  strings.erase(std::unique(strings.begin(), strings.end()), strings.end());
  const std::string section = section_of(strings, Kinds::one_each);
  const Dictionary dictionary(section, Kinds::one_each);
  REQUIRE(dictionary.size() == strings.size());
  std::string text;
  Dictionary::Walker walker(dictionary);
  for (std::size_t i = 0; i < strings.size(); ++i) {
    const auto& [expected, kind] = strings[i];
    dictionary.string(i, text);
    CHECK(text == expected);
    CHECK(walker.string(i) == expected);
    CHECK(dictionary.kind(i) == kind);
    CHECK(dictionary.find({expected, kind}) == i);
    CHECK_FALSE(dictionary.find({expected + "\x02", kind}));
    CHECK_FALSE(dictionary.find({expected, kind + 100}));
  }
  for (const std::size_t i : {5, 5, 3, 90, 91, 20, 0}) CHECK(walker.string(i) == strings[i].first);
  CHECK_THROWS_AS(dictionary.string(strings.size(), text), base::Error);
  CHECK_THROWS_AS(walker.string(strings.size()), base::Error);
  CHECK_THROWS_AS(dictionary.kind(strings.size()), base::Error);
}

TEST_CASE("an empty dictionary has nothing") {
  const std::string section = section_of({}, Kinds::none);
  const Dictionary dictionary(section, Kinds::none);
  CHECK(dictionary.size() == 0);
  CHECK_FALSE(dictionary.find({"urn:a", 0}));
}
