#include "base/error.h"
#include "base/file.h"
#include "importer/content_hash.h"
#include "importer/source_files.h"
#include "support/temporary_folder.h"

#include <catch2/catch.hpp>

using namespace tela;
using tela::tests::TemporaryFolder;

TEST_CASE("folders give their files sorted, each once, without hidden ones") {
  const TemporaryFolder folder;
  folder.write("b/two.xml", "2");
  folder.write("b/one.xml", "1");
  folder.write("a.txt", "a");
  folder.write(".git/config", "x");
  folder.write("b/.one.xml.12.tmp", "x");
  const std::vector<std::string> sources{folder.path.string(), (folder.path / "a.txt").string()};
  std::vector<std::pair<std::string, bool>> names;
  for (const auto& [path, named] : importer::source_files(sources))
    names.emplace_back(path.lexically_relative(folder.path).string(), named);
  CHECK(names == std::vector<std::pair<std::string, bool>>{
                     {"a.txt", true}, {"b/one.xml", false}, {"b/two.xml", false}});
}

TEST_CASE("a source that does not exist is named") {
  const std::vector<std::string> sources{"/nowhere/records.xml"};
  CHECK_THROWS_WITH(importer::source_files(sources), Catch::Contains("/nowhere/records.xml"));
}

TEST_CASE("the content hash is that of the bytes") {
  const TemporaryFolder folder;
  const auto one = folder.write("one", "abc");
  const auto other = folder.write("other", "abc");
  const auto changed = folder.write("changed", "abd");
  CHECK(importer::content_hash(one) == importer::content_hash(other));
  CHECK(importer::content_hash(one) != importer::content_hash(changed));
  CHECK(importer::content_hash(one).size() == 32);
}
