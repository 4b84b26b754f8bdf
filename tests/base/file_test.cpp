#include "base/error.h"
#include "base/file.h"
#include "base/input_file.h"
#include "base/xml.h"

#include <catch2/catch.hpp>
#include <unistd.h>

using namespace tela::base;
namespace fs = std::filesystem;

namespace {

struct Folder {
  fs::path path = fs::temp_directory_path() / ("tela-file-test-" + std::to_string(::getpid()));
  Folder() { fs::create_directory(path); }
  ~Folder() { fs::remove_all(path); }
};

} // namespace

TEST_CASE("an atomic file appears whole or not at all") {
  const Folder folder;
  const fs::path target = folder.path / "out";
  {
    AtomicFile file(target);
    file.write("half");
  }
  CHECK(fs::is_empty(folder.path));
  AtomicFile file(target);
  file.write("whole");
  CHECK_FALSE(fs::exists(target));
  file.commit();
  CHECK(read_file(target) == "whole");
  CHECK(std::distance(fs::directory_iterator(folder.path), {}) == 1);
}

TEST_CASE("what a killed writer left behind is removed by the next") {
  const Folder folder;
  AtomicFile(folder.path / ".out.999999999.tmp").commit();
  AtomicFile(folder.path / ".out.spool7.999999999.tmp").commit();
  AtomicFile(folder.path / ".out.kept.tmp").commit();
  AtomicFile(folder.path / "out").commit();
  CHECK(std::distance(fs::directory_iterator(folder.path), {}) == 2);
  CHECK(fs::exists(folder.path / ".out.kept.tmp"));
}

TEST_CASE("files that cannot be read say so") {
  CHECK_THROWS_WITH(read_file("/nowhere/x"), Catch::Contains("/nowhere/x: cannot open"));
  CHECK_THROWS_AS(MappedFile("/tmp"), Error);
}

TEST_CASE("text is escaped for XML and the losses are counted") {
  std::string out;
  CHECK(append_xml_escaped(out, "a<b & \"c\"\x01\n") == 1);
  CHECK(out == "a&lt;b &amp; &quot;c&quot;\xEF\xBF\xBD&#10;");
}

TEST_CASE("a file is read at any place, even when its name is gone") {
  const Folder folder;
  const fs::path path = folder.path / "spool";
  const auto out = FileSystem::real().create(path);
  const InputFile in(path);
  FileSystem::real().remove(path);
  out->write("0123456789");
  out->flush();
  std::string piece(4, ' ');
  CHECK(in.size() == 10);
  CHECK(in.read_at(3, piece) == 4);
  CHECK(piece == "3456");
  CHECK(in.read_at(8, piece) == 2);
  CHECK(in.read_at(20, piece) == 0);
  CHECK_THROWS_AS(InputFile(folder.path / "none"), Error);
}
