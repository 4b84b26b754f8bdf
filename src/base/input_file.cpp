#include "base/input_file.h"

#include "base/descriptor.h"

#include <unistd.h>

#include <cerrno>
#include <utility>

namespace tela::base {

InputFile::InputFile(std::filesystem::path path)
    : path_(std::move(path)), descriptor_(open_to_read(path_).release()) {}

InputFile::~InputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

InputFile::InputFile(InputFile&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

InputFile& InputFile::operator=(InputFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

std::uint64_t InputFile::size() const {
  return stamp_of(descriptor_).bytes;
}

// A pipe or a terminal gives its bytes once, in their order.
std::size_t InputFile::read_at(std::uint64_t offset, std::span<char> to) const {
  std::size_t done = 0;
  while (done < to.size()) {
    const ssize_t count =
        ::pread(descriptor_, to.data() + done, to.size() - done, static_cast<off_t>(offset + done));
    if (count < 0 && (errno == ESPIPE || errno == EAGAIN))
      return read_when_there(descriptor_, to, path_);
    if (count < 0 && errno != EINTR) fail_at(path_, "read", errno);
    if (count == 0) break;
    if (count > 0) done += static_cast<std::size_t>(count);
  }
  return done;
}

} // namespace tela::base
