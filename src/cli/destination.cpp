#include "cli/destination.h"

#include "base/descriptor.h"
#include "base/output_stream.h"

#include <sys/ioctl.h>
#include <unistd.h>

namespace tela::cli {

Destination::Destination(const std::string& path)
    : compressor_(base::compression_by_name(path), [this](std::string_view bytes) {
        stream_ ? stream_->write(bytes) : file_->write(bytes);
      }) {
  if (path.empty() || path == "-")
    stream_ = base::standard_output();
  else if (base::is_stream(path))
    stream_ = base::output_stream(path);
  else
    file_.emplace(path);
  terminal_ = (path.empty() || path == "-") && ::isatty(STDOUT_FILENO) == 1;
}

void Destination::write(std::string_view bytes) {
  compressor_.write(bytes);
}

void Destination::commit() {
  compressor_.finish();
  stream_ ? stream_->flush() : file_->commit();
}

bool Destination::is_terminal() const {
  return terminal_;
}

std::size_t terminal_width() {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0; // NOLINT(*-vararg)
}

} // namespace tela::cli
