#include "store/nquads_loader.h"

#include "base/error.h"
#include "base/input_file.h"
#include "base/worker_team.h"

#include <algorithm>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace tela::store {

namespace {

constexpr std::uint64_t stretch_bytes = std::uint64_t{4} << 20U;

// The file, cut into stretches of whole lines that several threads take by turns.
class Stretches {
 public:
  explicit Stretches(const std::filesystem::path& path) : file_(path), size_(file_.size()) {}

  struct Stretch {
    std::uint64_t begin = 0; // in the file
    std::string lines;
  };

  // The next stretch; false at the end. Thread-safe.
  bool next(Stretch& stretch) {
    const std::lock_guard lock(mutex_);
    if (at_ == size_) return false;
    stretch.begin = at_;
    read(stretch.lines);
    at_ += stretch.lines.size();
    return true;
  }

  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }

  // Number of line breaks before `end`.
  [[nodiscard]] std::uint64_t lines_before(std::uint64_t end) const {
    std::uint64_t lines = 0;
    std::string piece(stretch_bytes, '\0');
    for (std::uint64_t at = 0; at < end;) {
      const std::size_t count =
          file_.read_at(at, {piece.data(), std::min<std::uint64_t>(piece.size(), end - at)});
      if (count == 0) break;
      lines += static_cast<std::uint64_t>(
          std::ranges::count(std::string_view(piece.data(), count), '\n'));
      at += count;
    }
    return lines;
  }

 private:
  // Reads up to the last line break that fits, or, where a line is longer, up to its end.
  void read(std::string& lines) {
    lines.clear();
    for (;;) {
      const std::size_t have = lines.size();
      const auto more = std::min<std::uint64_t>(stretch_bytes, size_ - at_ - have);
      lines.resize(have + more);
      lines.resize(have + file_.read_at(at_ + have, {lines.data() + have, more}));
      if (at_ + lines.size() == size_ || lines.size() == have) {
        size_ = at_ + lines.size(); // cut meanwhile
        return;
      }
      const auto end = lines.rfind('\n');
      if (end != std::string::npos) return lines.resize(end + 1);
      if (lines.size() > rdf::NQuadsReader::max_line_bytes) return; // the reader refuses it
    }
  }

  base::InputFile file_;
  std::mutex mutex_;
  std::uint64_t size_, at_ = 0;
};

class Loader {
 public:
  Loader(Builder& builder, const std::filesystem::path& path, rdf::NQuadsSyntax syntax,
         const SinkMaker& before)
      : builder_(builder), name_(path.string()), before_(before), syntax_(syntax),
        stretches_(path) {}

  std::uint64_t load(unsigned threads) {
    if (stretches_.size() <= stretch_bytes)
      read_all(builder_);
    else
      base::run_tasks(threads, std::vector<std::function<void()>>(threads, [this] {
                        const auto lane = builder_.new_lane();
                        read_all(*lane);
                      }));
    if (failure_) fail();
    return statements_;
  }

 private:
  struct Failure {
    std::uint64_t begin = 0; // of the stretch
    base::Error error;
  };

  void read_all(rdf::QuadSink& next) {
    const std::unique_ptr<rdf::QuadSink> made = make_sink(next);
    rdf::QuadSink& sink = made ? *made : next;
    Stretches::Stretch stretch;
    std::uint64_t statements = 0;
    try {
      while (!failed() && stretches_.next(stretch))
        statements += rdf::read_nquads(stretch.lines, name_, syntax_, sink);
    } catch (const base::Error& error) {
      if (error.place().line == 0) throw;
      const std::lock_guard lock(mutex_);
      if (!failure_ || failure_->begin > stretch.begin) failure_ = {stretch.begin, error};
    }
    const std::lock_guard lock(mutex_);
    statements_ += statements;
  }

  std::unique_ptr<rdf::QuadSink> make_sink(rdf::QuadSink& next) {
    const std::lock_guard lock(mutex_);
    return before_ ? before_(next) : nullptr;
  }

  bool failed() {
    const std::lock_guard lock(mutex_);
    return failure_.has_value();
  }

  // A stretch does not know how many lines stand before it.
  [[noreturn]] void fail() const {
    const base::Error& error = failure_->error;
    base::Place place = error.place();
    place.line += stretches_.lines_before(failure_->begin);
    throw base::Error(error.failure(), place, error.message(), error.advice());
  }

  Builder& builder_;
  std::string name_;
  const SinkMaker& before_;
  rdf::NQuadsSyntax syntax_;
  Stretches stretches_;
  std::mutex mutex_; // of the following
  std::optional<Failure> failure_;
  std::uint64_t statements_ = 0;
};

} // namespace

std::uint64_t load_nquads(Builder& builder, const std::filesystem::path& path,
                          rdf::NQuadsSyntax syntax, const SinkMaker& before, unsigned threads) {
  return Loader(builder, path, syntax, before).load(std::clamp(threads, 1U, 64U));
}

} // namespace tela::store
