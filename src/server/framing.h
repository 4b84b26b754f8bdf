#pragma once

#include "server/channel.h"

#include <cstdint>
#include <string>

namespace tela::server {

/// How a body is delimited on the wire (RFC 9112, section 6).
enum class Framing : std::uint8_t {
  none,    ///< no body follows: HEAD, 204, 304
  length,  ///< Content-Length
  chunked, ///< chunks, so that a broken body shows
  close    ///< by the end of the connection: HTTP/1.0
};

/// What the client is like, as far as framing goes.
struct Peer {
  bool http_1_0 = false;
  bool head_only = false;
  bool keeps_alive = true;
  bool takes_trailers = false; ///< said "TE: trailers"
};

/// How the response that begins with `first`, which has a head, is delimited.
[[nodiscard]] Framing framing_of(const Piece& first, const Peer& peer);

/// The head as it is written, with Date, Server, framing and connection. Control characters in
/// values are left out, so that no value can add a field.
[[nodiscard]] std::string head_text(const Piece& first, Framing framing, const Peer& peer);

/// What is written before and after the bytes of a piece. A broken body gets no last chunk, unless
/// the client takes trailers: then the field Tela-Status says why it is not whole.
[[nodiscard]] std::string before_bytes(const Piece& piece, Framing framing);
[[nodiscard]] std::string after_bytes(const Piece& piece, Framing framing, const Peer& peer);

} // namespace tela::server
