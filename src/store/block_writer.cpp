#include "store/block_writer.h"

#include "base/require.h"

namespace tela::store {

void BlockWriter::commit(std::size_t count) {
  base::require(count <= room(), "count <= room()");
  const rdf::Id* first = buffer_.column(0);
  const rdf::Id* second = buffer_.column(1);
  const rdf::Id* third = buffer_.column(2);
  rdf::Id* repeat = buffer_.column(repeat_column);
  for (std::size_t i = rows_; i < rows_ + count; ++i) {
    const bool same =
        i == 0 ? std::array{first[0], second[0], third[0]} == last_
               : first[i] == first[i - 1] && second[i] == second[i - 1] && third[i] == third[i - 1];
    repeat[i] = rdf::Id::from_bits(same ? 1 : 0);
  }
  rows_ += count;
  if (rows_ == block_rows) finish();
}

void BlockWriter::finish() {
  if (rows_ == 0) return;
  bytes_.clear();
  encode_block(buffer_, rows_, bytes_);
  output_(buffer_, rows_, bytes_);
  for (std::size_t i = 0; i < last_.size(); ++i) last_[i] = buffer_.column(i)[rows_ - 1];
  rows_ = 0;
}

} // namespace tela::store
