#include "store/index_streams.h"

#include "base/require.h"
#include "store/bytes.h"

#include <utility>

namespace tela::store {

void IndexStreams::append(std::size_t stream, std::uint64_t index) {
  base::require(index >= streams_[stream].last, "`index` is not less than the one before");
  constexpr std::size_t piece_bytes = std::size_t{1} << 14U;
  Stream& to = streams_[stream];
  append_varint(to.buffer, index - to.last);
  to.last = index;
  if (to.buffer.size() >= piece_bytes) flush(to);
}

void IndexStreams::flush(Stream& stream) {
  stream.pieces.push_back({spool_.size(), spool_.size() + stream.buffer.size()});
  spool_.append(stream.buffer);
  stream.buffer.clear();
}

void IndexStreams::finish() {
  for (Stream& stream : streams_) {
    flush(stream);
    stream.buffer = {};
  }
  spool_.seal();
}

} // namespace tela::store
