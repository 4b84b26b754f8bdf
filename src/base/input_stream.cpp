#include "base/input_stream.h"

#include "base/interruption.h"

#include <algorithm>

namespace tela::base {

InputStream::InputStream(const std::filesystem::path& path, UnpackLimits limits)
    : file_(path), buffer_(std::size_t{1} << 17U, '\0') {
  fetch();
  compression_ = compression_by_content(ahead_);
  if (compression_ != Compression::none) decompressor_.emplace(path.string(), compression_, limits);
}

void InputStream::fetch() {
  interruption().check();
  const std::size_t count = file_.read_at(offset_, buffer_);
  offset_ += count;
  ahead_ = std::string_view(buffer_).substr(0, count);
}

std::size_t InputStream::copy(std::span<char> to) {
  const std::size_t count = ahead_.copy(to.data(), to.size());
  ahead_.remove_prefix(count);
  return count;
}

std::size_t InputStream::read(std::span<char> to) {
  std::size_t done = 0;
  while (done < to.size()) {
    const auto rest = to.subspan(done);
    const std::size_t count = decompressor_ ? decompressor_->unpack(ahead_, rest) : copy(rest);
    done += count;
    if (count != 0) continue;
    fetch();
    if (!ahead_.empty()) continue;
    if (decompressor_) decompressor_->finish();
    break;
  }
  return done;
}

} // namespace tela::base
