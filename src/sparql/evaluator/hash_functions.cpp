#include "base/hex.h"
#include "sparql/evaluator/charged_text.h"
#include "sparql/evaluator/functions.h"

#include <nettle/md5.h>
#include <nettle/nettle-meta.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>

#include <array>

namespace tela::sparql::evaluator {

using algebra::Function;

namespace {

using Arguments = std::span<const Value>;

/// The digest of the UTF-8 bytes of a plain string, in lower-case hexadecimal.
template<class State, void (*init)(State*), void (*update)(State*, std::size_t, const uint8_t*),
         void (*finish)(State*, std::size_t, uint8_t*), std::size_t size>
Value digest(Arguments a, Frame& frame) {
  const auto text = to_plain_string(a[0], frame);
  if (!text) return Failed{};
  State state;
  std::array<uint8_t, size> bytes{};
  init(&state);
  constexpr std::size_t piece_bytes = std::size_t{1} << 20U;
  for (std::size_t at = 0; at < text->size(); at += piece_bytes) {
    const std::string_view piece = text->substr(at, piece_bytes);
    pause_at(piece, frame.context);
    update(&state, piece.size(), reinterpret_cast<const uint8_t*>(piece.data()));
  }
  finish(&state, bytes.size(), bytes.data());
  std::string& result = frame.scratch.text();
  base::append_hex(result, bytes);
  return make_string(result);
}

} // namespace

FunctionPointer find_hash_function(Function function) {
  switch (function) {
  case Function::md5:
    return digest<md5_ctx, md5_init, md5_update, md5_digest, MD5_DIGEST_SIZE>;
  case Function::sha1:
    return digest<sha1_ctx, sha1_init, sha1_update, sha1_digest, SHA1_DIGEST_SIZE>;
  case Function::sha256:
    return digest<sha256_ctx, sha256_init, sha256_update, sha256_digest, SHA256_DIGEST_SIZE>;
  case Function::sha384:
    return digest<sha512_ctx, sha384_init, sha512_update, sha384_digest, SHA384_DIGEST_SIZE>;
  case Function::sha512:
    return digest<sha512_ctx, sha512_init, sha512_update, sha512_digest, SHA512_DIGEST_SIZE>;
  default:
    return nullptr;
  }
}

} // namespace tela::sparql::evaluator
