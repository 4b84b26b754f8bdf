#include "store/block.h"

#include "base/require.h"

namespace tela::store {

namespace {

// The front of a block: the number of rows, then where each column ends, from behind the front.
struct Front {
  std::uint16_t rows = 0;
  std::array<std::uint16_t, block_columns> ends{};
};

constexpr std::size_t longest_block =
    sizeof(Front) + block_columns * (block_rows * sizeof(rdf::Id) + 32);
static_assert(longest_block <= 0xFFFF, "ends of columns are 16 bits");

} // namespace

void encode_block(const BlockBuffer& buffer, std::size_t rows, std::string& out) {
  base::require(rows >= 1 && rows <= block_rows, "1 to block_rows rows");
  Front front{static_cast<std::uint16_t>(rows), {}};
  const std::size_t start = out.size();
  append_raw(out, front);
  for (std::size_t i = 0; i < block_columns; ++i) {
    encode_column({buffer.column(i), rows}, out);
    front.ends[i] = static_cast<std::uint16_t>(out.size() - start - sizeof front);
  }
  std::memcpy(out.data() + start, &front, sizeof front);
}

Block::Block(std::string_view bytes, std::size_t rows) : rows_(rows) {
  const auto front = take<Front>(bytes);
  if (front.rows != rows) fail_damaged("a block has a wrong number of rows");
  std::size_t begin = 0;
  for (std::size_t i = 0; i < block_columns; ++i) {
    const std::size_t end = front.ends[i];
    if (end < begin || end > bytes.size()) fail_damaged("a block is cut short");
    columns_[i] = {bytes.substr(begin, end - begin), rows};
    begin = end;
  }
}

std::size_t rows_of_block(std::string_view block) {
  const std::size_t rows = take<Front>(block).rows;
  if (rows == 0 || rows > block_rows) fail_damaged("a block has a wrong number of rows");
  return rows;
}

} // namespace tela::store
