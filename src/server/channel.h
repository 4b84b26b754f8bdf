#pragma once

#include "server/request.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

namespace tela::server {

/// Status and header fields of a response, without those that say how the body is framed.
struct ResponseHead {
  unsigned status = 200;
  Parameters fields; ///< names as they are written: "Content-Type"
};

/// How a body goes on after a piece of it.
enum class BodyEnd : std::uint8_t {
  open,  ///< more comes
  whole, ///< this was the last piece
  broken ///< nothing more comes, and what came is not all: the client must not take it for whole
};

/// A part of a response on its way to the client; the first one has the head.
struct Piece {
  std::optional<ResponseHead> head;
  std::string bytes;
  BodyEnd end = BodyEnd::open;
  std::string reason; ///< why it is broken
};

/// The way of a response from the thread that makes it to the thread that sends it. At most
/// `capacity` pieces wait in it, so a slow client costs that much memory and holds the maker back.
class Channel {
 public:
  static constexpr std::size_t capacity = 2;

  /// Called from the maker's thread whenever there is something new to take. Set before the first
  /// push.
  void on_piece(std::function<void()> wake) { wake_ = std::move(wake); }

  /// Waits for room and puts a piece in. False when the reader has abandoned the channel.
  bool push(Piece piece);

  /// The next piece, if there is one. Never waits.
  [[nodiscard]] std::optional<Piece> take();
  /// The client is gone: whoever waits in push() goes on, and nothing is kept any more.
  void abandon();
  [[nodiscard]] bool abandoned() const;

 private:
  mutable std::mutex mutex_;
  std::condition_variable room_;
  std::deque<Piece> pieces_;
  bool abandoned_ = false;
  std::function<void()> wake_;
};

} // namespace tela::server
