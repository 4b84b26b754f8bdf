#include "server/channel.h"

namespace tela::server {

bool Channel::push(Piece piece) {
  {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return abandoned_ || pieces_.size() < capacity; });
    if (abandoned_) return false;
    pieces_.push_back(std::move(piece));
  }
  wake_();
  return true;
}

std::optional<Piece> Channel::take() {
  const std::scoped_lock lock(mutex_);
  if (pieces_.empty()) return std::nullopt;
  Piece piece = std::move(pieces_.front());
  pieces_.pop_front();
  room_.notify_one();
  return piece;
}

void Channel::abandon() {
  const std::scoped_lock lock(mutex_);
  abandoned_ = true;
  pieces_.clear();
  room_.notify_all();
}

bool Channel::abandoned() const {
  const std::scoped_lock lock(mutex_);
  return abandoned_;
}

} // namespace tela::server
