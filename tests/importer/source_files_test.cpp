#include "base/error.h"
#include "base/file.h"
#include "importer/content_hash.h"
#include "importer/source_files.h"
#include "support/temporary_folder.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <unistd.h>

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
  for (const auto& [path, named, name] : importer::source_files(sources)) {
    CHECK(path == folder.path / name);
    names.emplace_back(name, named);
  }
  CHECK(names == std::vector<std::pair<std::string, bool>>{
                     {"a.txt", true}, {"b/one.xml", false}, {"b/two.xml", false}});
}

TEST_CASE("a source that does not exist is named") {
  const std::vector<std::string> sources{"/nowhere/records.xml"};
  CHECK_THROWS_WITH(importer::source_files(sources), Catch::Contains("/nowhere/records.xml"));
}

TEST_CASE("files have one name wherever their folder lies, and never the name of another") {
  const TemporaryFolder folder;
  folder.write("old/x.ttl", "1");
  folder.write("new/x.ttl", "2");
  folder.write("new/y.ttl", "3");
  const auto names_of = [&](std::vector<std::string> sources) {
    std::vector<std::string> names;
    for (std::string& source : sources) source = (folder.path / source).string();
    for (const auto& file : importer::source_files(sources)) names.push_back(file.name);
    return names;
  };
  CHECK(names_of({"old"}) == names_of({"old/x.ttl"}));
  CHECK(names_of({"new/../new/"}) == std::vector<std::string>{"x.ttl", "y.ttl"});
  CHECK(names_of({"old", "new"}) == std::vector<std::string>{(folder.path / "old/x.ttl").string(),
                                                             (folder.path / "new/x.ttl").string(),
                                                             "y.ttl"});
}

TEST_CASE("links below a folder are not followed, what cannot be read is named") {
  const TemporaryFolder folder;
  folder.write("data/a.txt", "a");
  std::filesystem::create_symlink("circle", folder.path / "data/circle");
  std::filesystem::create_symlink("..", folder.path / "data/up");
  CHECK(importer::source_files(std::vector{(folder.path / "data").string()}).size() == 1);
  CHECK_THROWS_WITH(importer::source_files(std::vector{(folder.path / "data/circle").string()}),
                    Catch::Contains("circle: cannot be read"));
  REQUIRE(::mkfifo((folder.path / "pipe").c_str(), 0600) == 0);
  CHECK_THROWS_WITH(importer::source_files(std::vector{(folder.path / "pipe").string()}),
                    Catch::Contains("read twice"));
  if (::geteuid() == 0) return; // who may read everything
  std::filesystem::permissions(folder.path / "data", std::filesystem::perms::none);
  CHECK_THROWS_WITH(importer::source_files(std::vector{folder.path.string()}),
                    Catch::Contains("data: cannot read the folder"));
  std::filesystem::permissions(folder.path / "data", std::filesystem::perms::owner_all);
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
