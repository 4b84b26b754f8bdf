#include "base/progress.h"

namespace tela::base {

namespace {
constexpr auto interval = std::chrono::milliseconds(200);
constexpr std::uint64_t calls_between_looks = 256;
constexpr int bar_width = 30;
} // namespace

Progress::Progress(std::FILE* stream, std::string_view label, std::uint64_t total)
    : stream_(stream), label_(label), total_(total),
      next_(std::chrono::steady_clock::now() + interval) {}

Progress::~Progress() {
  if (!drawn_) return;
  std::fputs("\r\033[K", stream_);
  std::fflush(stream_);
}

void Progress::update(std::uint64_t done) {
  done_ = done;
  if (stream_ == nullptr || calls_++ % calls_between_looks != 0) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + interval;
  draw();
}

void Progress::draw() {
  drawn_ = true;
  std::string line = "\r\033[K" + label_ + " ";
  if (total_ == 0) {
    line += std::to_string(done_);
  } else {
    const auto filled =
        static_cast<std::size_t>(bar_width * (done_ < total_ ? done_ : total_) / total_);
    line += "[" + std::string(filled, '#') + std::string(bar_width - filled, '.') + "] " +
            std::to_string(100 * done_ / total_) + " %";
  }
  std::fputs(line.c_str(), stream_);
  std::fflush(stream_);
}

} // namespace tela::base
