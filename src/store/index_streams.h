#pragma once

#include "store/batch_spool.h"
#include "store/bytes.h"
#include "store/spool.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tela::store {

/// Many sequences of ascending numbers, written by turns, each read as a whole.
class IndexStreams {
 public:
  /// `space` is not owned.
  IndexStreams(SpoolSpace& space, std::size_t streams) : spool_(space), streams_(streams) {}

  /// REQUIRES: `index` is not less than the one before in its stream.
  void append(std::size_t stream, std::uint64_t index);
  /// To be called when all are written, before the first visit().
  void finish();

  /// Calls visit(index) for each number of a stream.
  template<class Visit>
  void visit(std::size_t stream, Visit visit) const {
    std::uint64_t index = 0;
    std::string bytes;
    for (const Stretch& piece : streams_[stream].pieces) {
      bytes.resize(piece.end - piece.begin);
      spool_.read(piece.begin, bytes.data(), bytes.size());
      for (std::string_view rest = bytes; !rest.empty();) visit(index += take_varint(rest));
    }
  }

 private:
  struct Stream {
    std::string buffer; // differences as varints, not yet in the spool
    std::vector<Stretch> pieces;
    std::uint64_t last = 0;
  };
  void flush(Stream& stream);

  Spool spool_;
  std::vector<Stream> streams_;
};

} // namespace tela::store
