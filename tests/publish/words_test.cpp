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
  CHECK(word_file("805") == "805");
  CHECK(word_file("2012a7") == "2012");
  CHECK(word_file("1b") == "1b");
  CHECK(word_file("洪都拉斯") == "u6d2a-90fd");
  CHECK(end_file("region") == "on");
  CHECK(end_file("洪都拉斯") == "u62c9-65af");
}

namespace {

/// The files of an index, by path.
struct Files {
  std::map<std::string, std::string> all;
  SearchIndex index{[this](PageFile file) { all[file.path] = std::move(file.content); }};

  const std::string& operator[](const std::string& path) const { return all.at(path); }
};

SearchEntry page(std::uint32_t rank, std::string path, LocalText name) {
  SearchEntry entry;
  entry.rank = rank;
  entry.path = std::move(path);
  entry.words = words(name.text[0]);
  entry.name = std::move(name);
  return entry;
}

} // namespace

TEST_CASE("an index is made of small files") {
  Files files;
  SearchEntry honduras = page(0, "state/HN", same_for_all("Honduras"));
  honduras.words = {"honduras", "hn", "honduras"};
  honduras.whole = {"honduras"};
  files.index.add(honduras);
  for (int i = 0; i < 500; ++i)
    files.index.add(page(1, "project/" + std::to_string(i), same_for_all("Return")));
  LocalText belize;
  belize.text = {"Belize", "Bélize", "Belice"};
  files.index.add(page(0, "state/BZ", belize));
  files.index.finish();

  CHECK(files["search/words/ho.json"] == "{\"=honduras\":[[0]],\"honduras\":[[0]]}\n");
  CHECK(files["search/words/be.json"] == "{\"belize\":[[1]]}\n");
  CHECK(files["search/words/re.json"] == "{\"return\":[0]}\n");
  CHECK(files["search/long/0.json"].starts_with("[16777216,1,1,1"));
  CHECK(files["search/ends/as.json"] == "[\"honduras\"]\n");
  CHECK(files["search/ends/rn.json"] == "[\"return\"]\n");
  CHECK(files["search/pages/0-0.json"] ==
        "[[\"state/HN\",\"Honduras\"],\n[\"state/BZ\",[\"Belize\",\"Bélize\",\"Belice\"]]]\n");
  CHECK(files.all.contains("search/pages/1-3.json"));
  CHECK_FALSE(files.all.contains("search/pages/1-4.json"));
  CHECK(files["search/values/0-0.json"] == "[[],[]]\n");
}

TEST_CASE("an index tells names from what is said, and keeps the values of facets by number") {
  const auto thing = [](std::uint64_t i) { return tela::rdf::Id::make(tela::rdf::IdTag::iri, i); };
  Files files;
  SearchEntry project = page(0, "project/1", same_for_all("Return"));
  project.texts = {"honduras", "honduras", "return"};
  project.facets = {{thing(7), thing(9)}, {}};
  files.index.add(project);
  project.facets = {{thing(9), thing(8)}, {thing(7)}};
  files.index.add(project);
  files.index.finish();

  CHECK(files["search/words/re.json"] == "{\"return\":[[0,1],[0,1]]}\n");
  CHECK(files["search/words/ho.json"] == "{\"honduras\":[[],[0,1]]}\n");
  CHECK(files["search/values/0-0.json"] == "[[[0,1],[]],[[1,2],[0]]]\n");
  CHECK(files.index.values(0) == std::vector{thing(7), thing(9), thing(8)});
  CHECK(files.index.values(1) == std::vector{thing(7)});
  CHECK(files.index.values(2).empty());
}

TEST_CASE("a word of the texts of most pages tells none apart") {
  Files files;
  SearchEntry entry = page(0, "project/1", same_for_all("Return"));
  entry.texts = {"the"};
  for (std::size_t i = 0; i < SearchIndex::common_word; ++i) files.index.add(entry);
  files.index.finish();
  CHECK(files["search/words/th.json"] == "{\"the\":[[],null]}\n");
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
