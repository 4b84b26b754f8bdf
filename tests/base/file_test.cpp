#include "base/descriptor.h"
#include "base/error.h"
#include "base/file.h"
#include "base/input_file.h"
#include "base/interruption.h"
#include "base/output_stream.h"
#include "base/temporary.h"
#include "base/xml.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <future>

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

TEST_CASE("what a killed writer left behind is removed by the next, what is in use is not") {
  const Folder folder;
  const fs::path target = folder.path / "out";
  const auto left = [&] { return std::distance(fs::directory_iterator(folder.path), {}); };
  std::ofstream(temporary_beside(target)) << "of a killed writer";
  fs::create_directories(temporary_beside(target) / "of" / "a killed publisher");
  std::ofstream(folder.path / ".out.kept.tmp") << "of somebody else";
  const AtomicFile first(target);
  const TemporaryFolder second(target);
  CHECK(left() == 3);
  AtomicFile(target).commit();
  CHECK(left() == 4);
  CHECK(fs::exists(folder.path / ".out.kept.tmp"));
}

TEST_CASE("temporary names cannot be guessed, and are not followed when they are links") {
  const Folder folder;
  const fs::path target = folder.path / "out";
  CHECK(temporary_beside(target) != temporary_beside(target));
  CHECK(temporary_beside(folder.path / std::string(255, 'x')).filename().string().size() == 255);
  std::ofstream(folder.path / "precious") << "kept";
  fs::create_symlink("precious", folder.path / "planted");
  CHECK_THROWS_AS(FileSystem::real().create(folder.path / "planted"), Error);
  CHECK_THROWS_AS(FileSystem::real().create(folder.path / "precious"), Error);
  CHECK(read_file(folder.path / "precious") == "kept");
}

TEST_CASE("one process at a time may replace a target") {
  const Folder folder;
  const fs::path target = folder.path / "out";
  {
    const TargetLock lock(target);
    CHECK_THROWS_WITH(TargetLock(target), Catch::Contains("another run"));
    CHECK_NOTHROW(TargetLock(folder.path / "other"));
  }
  CHECK_NOTHROW(TargetLock(target));
  CHECK(fs::is_empty(folder.path));
  fs::create_symlink("elsewhere", folder.path / ".out.lock");
  CHECK_THROWS_AS(TargetLock(target), Error);
  CHECK_THROWS_WITH(TargetLock("/nowhere/x"), Catch::Contains("/nowhere/x: cannot create"));
}

TEST_CASE("devices, pipes and sockets are written to, files are replaced") {
  const Folder folder;
  const fs::path pipe = folder.path / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  fs::create_symlink("/dev/null", folder.path / "null");
  fs::create_symlink("/proc/self/fd/2", folder.path / "error");
  std::ofstream(folder.path / "file") << "old";
  for (const fs::path& stream : {pipe, folder.path / "null", folder.path / "error"}) {
    CHECK(is_stream(stream));
    CHECK_THROWS_AS(AtomicFile(stream), Error);
  }
  for (const char* name : {"file", "none"}) CHECK_FALSE(is_stream(folder.path / name));
  CHECK(own_descriptor("/dev/stdout") == 1);
  CHECK(own_descriptor(folder.path / "error") == 2);
  CHECK_THROWS_WITH(AtomicFile(folder.path), Catch::Contains("is not a file"));
  output_stream(folder.path / "null")->write("gone");
  CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("a pipe is read to its end, whoever comes first") {
  const Folder folder;
  const fs::path pipe = folder.path / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const std::string text(200'000, 'x');
  auto writing = std::async(std::launch::async, [&] { output_stream(pipe)->write(text); });
  CHECK(read_file(pipe) == text);
  writing.get();
  auto reading = std::async(std::launch::async, [&] { return read_file(pipe); });
  output_stream(pipe)->write(text);
  CHECK(reading.get() == text);
}

TEST_CASE("who writes to a pipe that nobody reads is told") {
  std::signal(SIGPIPE, SIG_IGN);
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  ::close(ends[0]);
  const Descriptor writer(ends[1]);
  CHECK_THROWS_AS(write_all(writer, "x", "pipe"), BrokenPipe);
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
