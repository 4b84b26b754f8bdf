#include "base/error.h"
#include "publish/release_folder.h"
#include "support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <fstream>

using namespace tela;
using publish::ReleaseFolder;

namespace {

std::size_t entries(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

} // namespace

TEST_CASE("a release appears when it is committed, with its checksums") {
  const tests::TemporaryFolder place;
  ReleaseFolder release(place.path / "out");
  const auto entry = release.write("project/a.html", "abc");
  CHECK(entry.bytes == 3);
  CHECK(entry.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK_FALSE(std::filesystem::exists(place.path / "out"));
  release.commit();
  CHECK(std::filesystem::exists(place.path / "out/project/a.html"));
  CHECK(entries(place.path) == 1);
}

TEST_CASE("a release that is not committed leaves no trace") {
  const tests::TemporaryFolder place;
  { ReleaseFolder(place.path / "out").write("a.html", "abc"); }
  CHECK(entries(place.path) == 0);
}

TEST_CASE("a release replaces an older one whole") {
  const tests::TemporaryFolder place;
  {
    ReleaseFolder old(place.path / "out");
    old.write("old.html", "1");
    old.commit();
  }
  {
    ReleaseFolder failed(place.path / "out");
    failed.write("half.html", "2");
  }
  CHECK(std::filesystem::exists(place.path / "out/old.html"));
  {
    ReleaseFolder fresh(place.path / "out/");
    fresh.write("new.html", "3");
    fresh.commit();
  }
  CHECK(std::filesystem::exists(place.path / "out/new.html"));
  CHECK_FALSE(std::filesystem::exists(place.path / "out/old.html"));
  CHECK(entries(place.path) == 1);
}

TEST_CASE("what a killed process left is removed, what others have is not") {
  const tests::TemporaryFolder place;
  place.write(".out.0123456789abcdef0123456789abcdef.tmp/a.html", "left behind");
  place.write(".out.notes.tmp", "somebody's");
  { const ReleaseFolder release(place.path / "out"); }
  CHECK_FALSE(std::filesystem::exists(place.path / ".out.0123456789abcdef0123456789abcdef.tmp"));
  CHECK(std::filesystem::exists(place.path / ".out.notes.tmp"));
}

TEST_CASE("a folder that is no release is refused, an empty one is taken") {
  const tests::TemporaryFolder place;
  place.write("out/thesis.txt", "mine");
  CHECK_THROWS_AS(ReleaseFolder(place.path / "out"), base::Error);
  CHECK_THROWS_AS(ReleaseFolder(place.path / "out/thesis.txt"), base::Error);
  std::filesystem::create_directory(place.path / "empty");
  CHECK_NOTHROW(ReleaseFolder(place.path / "empty"));
  std::filesystem::create_symlink(place.path / "empty", place.path / "link");
  CHECK_THROWS_AS(ReleaseFolder(place.path / "link"), base::Error);
}
