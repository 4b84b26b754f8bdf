#include "base/file.h"
#include "base/fold.h"
#include "publish/search_index.h"
#include "publish/words.h"
#include "support/paths.h"

#include <catch2/catch.hpp>

#include <map>
#include <regex>
#include <string>

using namespace tela::publish;

TEST_CASE("words are runs of two letters or digits and more") {
  CHECK(words("L’Amérique centrale: Q36-805, a") ==
        std::vector<std::string>{"amerique", "centrale", "q36", "805"});
  CHECK(words(std::string(100, 'x')) == std::vector<std::string>{std::string(40, 'x')});
  CHECK(words("洪都拉斯") == std::vector<std::string>{"洪都拉斯"});
  CHECK(words("one two three", 2).size() == 2);
}

TEST_CASE("a word lies in the file of its first two characters") {
  CHECK(word_file("region") == "re");
  CHECK(word_file("805") == "80");
  CHECK(word_file("洪都拉斯") == "u6d2a-90fd");
}

TEST_CASE("an index is made of small files") {
  std::map<std::string, std::string> files;
  SearchIndex index([&](PageFile file) { files[file.path] = std::move(file.content); });
  index.add({0, "state/HN", same_for_all("Honduras"), {"honduras", "hn", "honduras"}});
  for (int i = 0; i < 500; ++i)
    index.add({1, "project/" + std::to_string(i), same_for_all("Return"), {"return"}});
  LocalText belize;
  belize.text = {"Belize", "Bélize", "Belice"};
  index.add({0, "state/BZ", belize, {"belize"}});
  index.finish();

  CHECK(files.at("search/words/ho.json") == "{\"honduras\":[0]}\n");
  CHECK(files.at("search/words/be.json") == "{\"belize\":[1]}\n");
  CHECK(files.at("search/words/re.json") == "{\"return\":0}\n");
  CHECK(files.at("search/long/0.json").starts_with("[16777216,1,1,1"));
  CHECK(files.at("search/pages/0-0.json") ==
        "[[\"state/HN\",\"Honduras\"],\n[\"state/BZ\",[\"Belize\",\"Bélize\",\"Belice\"]]]\n");
  CHECK(files.contains("search/pages/1-3.json"));
  CHECK_FALSE(files.contains("search/pages/1-4.json"));
}

// The browser has Unicode's decompositions, but not what people type for letters that have none.
TEST_CASE("site.js folds as the index was folded") {
  const std::string script =
      tela::base::read_file(tela::tests::source_folder() / "src/publish/site/site.js");
  const std::size_t begin = script.find("const typedAs = {");
  REQUIRE(begin != std::string::npos);
  const std::string table = script.substr(begin, script.find('}', begin) - begin);
  const std::regex pair("([^\\s{,]+): \"([^\"]+)\"");
  std::string letters;
  for (std::sregex_iterator at(table.begin(), table.end(), pair), end; at != end; ++at) {
    CHECK(tela::base::fold((*at)[1].str()) == (*at)[2].str());
    letters += (*at)[1].str();
  }
  CHECK(letters == "ßæœþøđðħıĸłŀŋŉŧς");
}
