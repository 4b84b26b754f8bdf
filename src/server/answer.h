#pragma once

#include "base/compressor.h"
#include "server/exchange.h"
#include "server/problem.h"
#include "server/store_holder.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tela::server {

/// The response to one request in the making, on one thread. Nothing leaves before `block` bytes of
/// the body stand or it is finished: what fails until then is a problem with its own status, and
/// what fails later is broken off so that no client takes it for whole.
class Answer {
 public:
  static constexpr std::size_t block = 64U << 10U;
  /// Shorter bodies are never packed.
  static constexpr std::size_t worth_packing = 1024;

  explicit Answer(Exchange& exchange) : exchange_(exchange) {}

  [[nodiscard]] const Request& request() const noexcept { return exchange_.request; }
  [[nodiscard]] Exchange& exchange() noexcept { return exchange_; }
  /// The store to answer from. Should it change in place before the answer is finished, the answer
  /// is a problem or broken off, whatever was read. Throws as StoreHolder::current() does.
  [[nodiscard]] std::shared_ptr<const OpenStore> read_from(StoreHolder& stores);
  /// Whether only the head is wanted: a handler then calls start() and finish(), nothing else.
  [[nodiscard]] bool head_only() const noexcept { return request().method == Method::head; }

  /// The head; packing is decided by the request's Accept-Encoding. REQUIRES: nothing was sent yet.
  void start(ResponseHead head);
  /// A part of the body. Waits while the client reads slowly; throws Error(limit) when it has gone,
  /// or the store has changed in place.
  void write(std::string_view bytes);
  /// The end of the body.
  void finish();
  /// start(), write() and finish() in one.
  void send(ResponseHead head, std::string_view body);
  /// Instead of the rest: a problem when nothing was sent yet, else the body is broken off.
  void fail(const Problem& problem);

  /// Keeps a copy of the body as long as it has at most `limit` bytes: what kept() gives.
  void keep(std::size_t limit) { keep_limit_ = limit; }
  /// The whole body after finish(), when it was kept.
  [[nodiscard]] const std::string* kept() const;
  /// The head as start() was given it: without what belongs to this one request.
  [[nodiscard]] const ResponseHead& given_head() const noexcept { return given_head_; }

  [[nodiscard]] Outcome outcome() const noexcept { return outcome_; }

 private:
  void pack(bool whole);
  void push(BodyEnd end, std::string reason = {});

  [[nodiscard]] bool is_read_from_what_changed() const { return store_ && !store_->watch.holds(); }

  Exchange& exchange_;
  std::shared_ptr<const OpenStore> store_; // that it is read from, if any
  ResponseHead given_head_, head_;
  std::string plain_;  // not yet packed
  std::string packed_; // ready to be sent
  std::unique_ptr<base::Compressor> compressor_;
  base::Compression compression_ = base::Compression::none;
  bool head_sent_ = false;
  std::size_t keep_limit_ = 0;
  std::string kept_;
  Outcome outcome_ = Outcome::answered;
};

} // namespace tela::server
