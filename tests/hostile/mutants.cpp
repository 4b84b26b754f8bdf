// usage: tela_hostile_inputs TARGET CORPUS
// Runs one fuzz target on each file of CORPUS/TARGET, and on mutants of them, the same in each run:
// 300, or as many as TELA_HOSTILE_ROUNDS says, or as fit into TELA_HOSTILE_SECONDS. A crash, a
// sanitizer's finding or an exception that the target does not expect ends it; the input is then in
// hostile-input-TARGET.
#include "base/file.h"
#include "fuzz_targets.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::vector<std::string> read_corpus(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::ranges::sort(files);
  std::vector<std::string> corpus;
  for (const fs::path& file : files) corpus.push_back(tela::base::read_file(file));
  return corpus;
}

/// Changes that break parsers: bits, bytes that mean something, and pieces lost, doubled, moved.
class Mutator {
 public:
  explicit Mutator(const std::vector<std::string>& corpus) : corpus_(corpus) {}

  std::string next() {
    std::string text = any();
    for (std::size_t changes = 1 + below(4); changes > 0; --changes) change(text);
    return text;
  }

 private:
  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }
  const std::string& any() { return corpus_[below(corpus_.size())]; }

  std::string piece(const std::string& of) {
    const std::size_t from = below(of.size());
    return of.substr(from, 1 + below(std::min<std::size_t>(64, of.size() - from)));
  }

  void change(std::string& text) {
    using namespace std::string_view_literals;
    constexpr auto special = "<>\"'&;,=:/\\{}[]()|@^_#\t\n\r\0\x1b\x80\xc3\xef\xff 09-+.eE"sv;
    const std::size_t at = below(text.size() + 1);
    switch (below(6)) {
    case 0:
      if (at < text.size()) text[at] ^= static_cast<char>(1U << below(8));
      break;
    case 1:
      text.insert(at, 1, special[below(special.size())]);
      break;
    case 2:
      if (at < text.size()) text[at] = special[below(special.size())];
      break;
    case 3:
      text.erase(at, 1 + below(16));
      break;
    case 4:
      text.insert(at, piece(any()));
      break;
    default:
      text.resize(at);
    }
  }

  const std::vector<std::string>& corpus_;
  std::mt19937 random_{20240229};
};

std::optional<std::size_t> number_in(const char* variable) {
  const char* text = std::getenv(variable); // NOLINT(concurrency-mt-unsafe)
  return text == nullptr ? std::nullopt : std::optional<std::size_t>(std::stoul(text));
}

/// How long to go on: for a number of rounds or for a time.
class Budget {
 public:
  bool lasts(std::size_t rounds) const {
    return seconds_ ? Clock::now() - start_ < std::chrono::seconds(*seconds_) : rounds < rounds_;
  }

 private:
  using Clock = std::chrono::steady_clock;
  std::optional<std::size_t> seconds_ = number_in("TELA_HOSTILE_SECONDS");
  std::size_t rounds_ = number_in("TELA_HOSTILE_ROUNDS").value_or(300);
  Clock::time_point start_ = Clock::now();
};

} // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const std::string name = argv[1]; // NOLINT(*-pointer-arithmetic)
  const auto target = std::ranges::find(fuzz_targets, name, [](const auto& t) { return t.first; });
  if (target == fuzz_targets.end()) return 2;
  const auto run = [&](const std::string& input) {
    std::ofstream("hostile-input-" + name, std::ios::binary) << input;
    target->second(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
  };
  const auto corpus = read_corpus(fs::path(argv[2]) / name); // NOLINT(*-pointer-arithmetic)
  for (const std::string& input : corpus) run(input);
  Mutator mutator(corpus);
  const Budget budget;
  std::size_t rounds = 0;
  for (; budget.lasts(rounds); ++rounds) run(mutator.next());
  std::cout << corpus.size() << " files and " << rounds << " mutants of them\n";
}
