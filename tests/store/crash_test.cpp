#include "base/error.h"
#include "support.h"

#include <catch2/catch.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <map>
#include <random>
#include <thread>

using namespace tela;
using namespace tela::store;
using namespace tela::store::test;

namespace {

namespace fs = std::filesystem;

// So little that the build spools all to files and merges several runs.
const BuildOptions tiny_memory{std::size_t{1} << 16U, 2, nullptr};

std::string statements(const std::string& word, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i)
    text += "<urn:" + word + "/" + std::to_string(i * 7919 % count) + "> <urn:p> \"" + word + " " +
            std::to_string(i % 100) + "\" .\n";
  return text;
}

void build(const fs::path& target, const std::string& nquads,
           base::FileSystem& files = base::FileSystem::real()) {
  Builder builder(target, tiny_memory, files);
  add(builder, nquads);
  builder.finish();
}

// Passes everything on to the disk, except what a test forbids.
class FaultyFiles final : public base::FileSystem {
 public:
  std::size_t bytes_left = ~std::size_t{0}; // until the disk is full
  bool refuses_sync = false;
  bool refuses_rename = false;

  std::unique_ptr<base::OutputFile> create(const fs::path& path) override {
    return std::make_unique<File>(*this, path);
  }
  void rename(const fs::path& from, const fs::path& to) override {
    if (refuses_rename) refuse();
    base::FileSystem::real().rename(from, to);
    synced_[to] = synced_[from];
  }
  void remove(const fs::path& path) noexcept override { base::FileSystem::real().remove(path); }

  // The power fails: what was not synced is gone.
  void crash() const {
    for (const auto& [path, size] : synced_)
      if (fs::exists(path)) fs::resize_file(path, size);
  }

 private:
  class File final : public base::OutputFile {
   public:
    File(FaultyFiles& files, fs::path path)
        : files_(files), path_(std::move(path)), file_(base::FileSystem::real().create(path_)) {
      files_.synced_[path_] = 0;
    }
    void write(std::string_view bytes) override {
      if (bytes.size() > files_.bytes_left) refuse();
      files_.bytes_left -= bytes.size();
      written_ += bytes.size();
      file_->write(bytes);
    }
    void flush() override { file_->flush(); }
    void sync() override {
      if (files_.refuses_sync) refuse();
      file_->sync();
      files_.synced_[path_] = written_;
    }

   private:
    FaultyFiles& files_;
    fs::path path_;
    std::unique_ptr<base::OutputFile> file_;
    std::size_t written_ = 0;
  };

  [[noreturn]] static void refuse() {
    throw base::Error(base::Failure::input, "no space left on device");
  }

  std::map<fs::path, std::size_t> synced_;
};

} // namespace

TEST_CASE("a refused write leaves the old store, and nothing else") {
  const Folder folder;
  const fs::path target = folder.path / "tela-store";
  build(target, statements("old", 100));
  const std::string before = dump(Store::open(target));
  FaultyFiles measured;
  const std::size_t all = measured.bytes_left;
  build(target, statements("old", 100), measured);
  build(folder.path / "trial", statements("new", 20'000), measured);
  const std::size_t needed = all - measured.bytes_left;
  fs::remove(folder.path / "trial");
  for (std::size_t i = 0; i < 20; ++i) {
    FaultyFiles files;
    files.bytes_left = needed / 20 * i;
    CHECK_THROWS_AS(build(target, statements("new", 20'000), files), base::Error);
    CHECK(dump(Store::open(target)) == before);
    CHECK(folder.files() == 1);
  }
}

TEST_CASE("a refused sync or rename leaves the old store, and nothing else") {
  const Folder folder;
  const fs::path target = folder.path / "tela-store";
  build(target, statements("old", 100));
  const std::string before = dump(Store::open(target));
  FaultyFiles files;
  files.refuses_sync = true;
  CHECK_THROWS_AS(build(target, statements("new", 100), files), base::Error);
  files.refuses_sync = false;
  files.refuses_rename = true;
  CHECK_THROWS_AS(build(target, statements("new", 100), files), base::Error);
  CHECK(dump(Store::open(target)) == before);
  CHECK(folder.files() == 1);
}

TEST_CASE("a store that was put in place outlives a power failure") {
  const Folder folder;
  const fs::path target = folder.path / "tela-store";
  FaultyFiles files;
  build(target, statements("new", 20'000), files);
  files.crash();
  const Store store = Store::open(target);
  store.verify();
  CHECK(store.counts().quads == 20'000);
}

TEST_CASE("a target that cannot be written is known at once") {
  const Folder folder;
  CHECK_THROWS_AS(Builder(folder.path / "missing" / "tela-store"), base::Error);
}

TEST_CASE("a build killed at any moment leaves a store that answers as before") {
  using Clock = std::chrono::steady_clock;
  const Folder folder;
  const fs::path target = folder.path / "tela-store";
  const std::string old_text = statements("old", 200);
  const std::string new_text = statements("new", 12'000);
  const auto start = Clock::now();
  build(target, new_text);
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
  const std::string new_dump = dump(Store::open(target));
  build(target, old_text);
  const std::string old_dump = dump(Store::open(target));

  std::mt19937 random(std::random_device{}());
  std::size_t killed = 0;
  for (int round = 0; round < 50; ++round) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      build(target, new_text);
      ::_exit(0);
    }
    std::this_thread::sleep_for(whole * (random() % 1000) / 1000);
    ::kill(child, SIGKILL);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    const bool finished = WIFEXITED(status);
    if (!finished) ++killed;
    const Store store = Store::open(target);
    store.verify();
    const std::string now = dump(store);
    const bool whole_store = now == old_dump || now == new_dump;
    CHECK(whole_store);
    if (finished) CHECK(now == new_dump);
    if (now == new_dump) build(target, old_text);
  }
  CHECK(killed > 0);
  build(target, new_text);
  CHECK(folder.files() == 1); // what the killed left behind is gone
}
