#include "store/spool.h"

#include "base/temporary.h"
#include "store/bytes.h"

#include <algorithm>
#include <utility>

namespace tela::store {

bool SpoolSpace::take(std::size_t bytes) noexcept {
  std::size_t left = left_.load();
  while (left >= bytes)
    if (left_.compare_exchange_weak(left, left - bytes)) return true;
  return false;
}

SpoolSpace::File SpoolSpace::new_file() {
  const std::filesystem::path name = base::temporary_beside(target_);
  auto out = files_.create(name);
  base::InputFile in(name);
  files_.remove(name);
  return {std::move(out), std::move(in)};
}

Spool::Spool(Spool&& other) noexcept
    : space_(other.space_), pieces_(std::exchange(other.pieces_, {})),
      file_(std::exchange(other.file_, {})), size_(std::exchange(other.size_, 0)) {}

Spool::~Spool() {
  space_->give_back(pieces_.size() * piece_bytes);
}

bool Spool::add_piece() {
  if (file_ || !space_->take(piece_bytes)) return false;
  pieces_.emplace_back();
  if (pieces_.size() > 1) pieces_.back().reserve(piece_bytes);
  return true;
}

void Spool::append(std::string_view bytes) {
  space_->check_cancelled();
  size_ += bytes.size();
  while (!bytes.empty()) {
    if (pieces_.empty() || pieces_.back().size() == piece_bytes) {
      if (!add_piece()) break;
    }
    const std::size_t room = piece_bytes - pieces_.back().size();
    pieces_.back() += bytes.substr(0, room);
    bytes.remove_prefix(std::min(room, bytes.size()));
  }
  if (bytes.empty()) return;
  if (!file_) file_ = space_->new_file();
  file_->out->write(bytes);
}

void Spool::seal() {
  if (file_) file_->out->flush();
}

void Spool::read(std::uint64_t offset, char* to, std::size_t length) const {
  while (length != 0 && offset / piece_bytes < pieces_.size()) {
    const std::string& piece = pieces_[offset / piece_bytes];
    const std::size_t begin = offset % piece_bytes;
    const std::size_t count = std::min(length, piece.size() - begin);
    std::copy_n(piece.data() + begin, count, to);
    to += count;
    offset += count;
    length -= count;
  }
  if (length == 0) return;
  const std::uint64_t in_memory = pieces_.size() * piece_bytes;
  if (file_->in.read_at(offset - in_memory, {to, length}) != length)
    throw base::Error(base::Failure::input, "a temporary file was cut short", "build again");
}

std::string_view SpoolReader::peek(std::size_t wanted) {
  if (filled_ - taken_ < wanted && at_ != end_) {
    buffer_.erase(0, taken_);
    filled_ -= taken_;
    taken_ = 0;
    const auto more = static_cast<std::size_t>(
        std::min<std::uint64_t>(end_ - at_, std::max(buffer_bytes, wanted)));
    buffer_.resize(filled_ + more + slack_bytes);
    spool_->read(at_, buffer_.data() + filled_, more);
    filled_ += more;
    at_ += more;
  }
  return {buffer_.data() + taken_, std::min(wanted, filled_ - taken_)};
}

} // namespace tela::store
