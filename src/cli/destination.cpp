#include "cli/destination.h"

#include "base/error.h"
#include "cli/program.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace tela::cli {

namespace {

[[noreturn]] void fail() {
  if (errno == EPIPE) throw Finished{Exit::unread};
  throw base::Error(base::Failure::input, base::Place{"standard output"},
                    std::string("cannot write: ") + std::strerror(errno)); // NOLINT(concurrency-*)
}

} // namespace

Destination::Destination(const std::string& path) {
  if (path.empty() || path == "-") return;
  file_.emplace(path);
  compressor_.emplace(base::compression_by_name(path),
                      [this](std::string_view bytes) { file_->write(bytes); });
}

void Destination::write(std::string_view bytes) {
  if (compressor_)
    compressor_->write(bytes);
  else if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size())
    fail();
}

void Destination::commit() {
  if (file_) {
    compressor_->finish();
    file_->commit();
  } else if (std::fflush(stdout) != 0) {
    fail();
  }
}

bool Destination::is_terminal() const {
  return !file_ && ::isatty(STDOUT_FILENO) == 1;
}

} // namespace tela::cli
