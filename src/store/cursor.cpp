#include "store/cursor.h"

#include "store/permutation.h"

#include <algorithm>
#include <bitset>
#include <optional>

namespace tela::store {

namespace {

using Kind = rdf::GraphSelection::Kind;

bool merges(const rdf::GraphSelection& graphs) {
  return graphs.kind == Kind::merge_of_all || graphs.kind == Kind::merge_of;
}

bool selects(const rdf::GraphSelection& graphs, rdf::Id graph) {
  switch (graphs.kind) {
  case Kind::merge_of_all:
  case Kind::each:
    return true;
  case Kind::each_named:
    return graph.defined();
  default:
    return std::ranges::binary_search(graphs.graphs, graph);
  }
}

} // namespace

struct Cursor::State {
  static constexpr std::uint64_t no_block = ~std::uint64_t{0};

  const Permutation* permutation;
  std::array<rdf::Id, 3> prefix{};
  std::size_t prefix_size;
  std::uint64_t row, end; // what is still to be returned
  rdf::GraphSelection graphs;
  rdf::ColumnSet wanted;
  bool group_taken = false; // a row of the triple before `row` was returned already
  std::uint64_t loaded = no_block;
  std::optional<Block> block;
  BlockRange part;                    // of the block: what is still to be returned
  std::bitset<block_columns> decoded; // columns that hold their ids of `part`
  BlockBuffer columns;

  State(const Permutation& of, std::span<const rdf::Id> bound, RowRange range,
        rdf::GraphSelection selection, rdf::ColumnSet columns_wanted)
      : permutation(&of), prefix_size(bound.size()), row(range.begin), end(range.end),
        graphs(std::move(selection)), wanted(columns_wanted) {
    std::ranges::copy(bound, prefix.begin());
  }

  // Makes the block of `row` the loaded one, and `part` its rows from `row` on.
  void load() {
    const std::uint64_t index = row / block_rows;
    if (index != loaded) {
      block = permutation->block(index);
      loaded = index;
      decoded.reset();
    }
    part = {
        static_cast<std::size_t>(row % block_rows),
        static_cast<std::size_t>(std::min<std::uint64_t>(end - index * block_rows, block->rows()))};
  }

  const rdf::Id* column(std::size_t i) {
    if (!decoded[i]) {
      block->column(i).decode(part, columns.column(i));
      decoded.set(i);
    }
    return columns.column(i);
  }

  [[nodiscard]] bool gives(std::size_t i) const {
    if (i == graph_column) return wanted.contains(i) && !merges(graphs);
    return i >= prefix_size && wanted.contains(i);
  }

  // What the graphs of the loaded block make of all its rows alike, where they do.
  [[nodiscard]] std::optional<bool> selects_block() const {
    const auto repeat = block->column(repeat_column).constant();
    const bool no_repeats = repeat && !repeat->defined();
    if (merges(graphs) && !no_repeats) return std::nullopt;
    if (graphs.kind == Kind::merge_of_all || graphs.kind == Kind::each) return true;
    const auto graph = block->column(graph_column).constant();
    if (!graph) return std::nullopt;
    return selects(graphs, *graph);
  }

  // Moves the rows of `part` that the selection keeps to its front; returns how many.
  std::size_t keep_selected() {
    const rdf::Id* graph = column(graph_column);
    const rdf::Id* repeat = column(repeat_column);
    for (std::size_t i = 0; i < graph_column; ++i)
      if (gives(i)) column(i);
    std::size_t kept = part.begin;
    for (std::size_t i = part.begin; i < part.end; ++i) {
      if (!repeat[i].defined()) group_taken = false;
      if (!selects(graphs, graph[i]) || (merges(graphs) && group_taken)) continue;
      group_taken = true;
      for (std::size_t j = 0; j <= graph_column; ++j)
        if (decoded[j]) columns.column(j)[kept] = columns.column(j)[i];
      ++kept;
    }
    return kept - part.begin;
  }

  // Decodes what is wanted of `part`; returns how many of its rows are selected, now in its front.
  std::size_t select() {
    const auto all = selects_block();
    if (!all) return keep_selected();
    group_taken = false;
    if (!*all) return 0;
    for (std::size_t i = 0; i <= graph_column; ++i)
      if (gives(i)) column(i);
    return part.size();
  }

  [[nodiscard]] rdf::Rows rows(std::size_t count) const {
    rdf::Rows result{count, {}};
    for (std::size_t i = 0; i <= graph_column; ++i)
      if (gives(i)) result.columns[i] = columns.column(i) + part.begin;
    return result;
  }

  // First row of `part` whose free columns are >= `key`.
  [[nodiscard]] std::size_t lower_bound(std::span<const rdf::Id> key) const {
    BlockRange range = part;
    for (std::size_t i = 0; i < key.size() && range.size() != 0; ++i)
      range = block->column(prefix_size + i).equal_range(range, key[i]);
    return range.begin;
  }
};

Cursor::Cursor(const Permutation& permutation, std::span<const rdf::Id> prefix, RowRange range,
               rdf::GraphSelection graphs, rdf::ColumnSet wanted)
    : state_(std::make_unique<State>(permutation, prefix, range, std::move(graphs), wanted)) {}

Cursor::~Cursor() = default;
Cursor::Cursor(Cursor&&) noexcept = default;
Cursor& Cursor::operator=(Cursor&&) noexcept = default;

rdf::Rows Cursor::next() {
  State& s = *state_;
  while (s.row < s.end) {
    s.load();
    s.row += s.part.size();
    const std::size_t count = s.select();
    // The rows of this block are spent: some may have been moved.
    s.loaded = State::no_block;
    if (count != 0) return s.rows(count);
  }
  return {};
}

void Cursor::seek(std::span<const rdf::Id> key) {
  State& s = *state_;
  if (s.row >= s.end || key.empty()) return;
  key = key.first(std::min(key.size(), 3 - s.prefix_size));
  std::array<rdf::Id, 3> whole = s.prefix;
  std::ranges::copy(key, whole.begin() + static_cast<std::ptrdiff_t>(s.prefix_size));
  const std::uint64_t current = s.row / block_rows;
  // The row sought is in the last block that starts before the key, or starts the one behind it.
  const std::uint64_t behind = s.permutation->first_block_from(
      current + 1, std::span(whole.data(), s.prefix_size + key.size()));
  const std::uint64_t before = s.row;
  if (behind - 1 != current) s.row = (behind - 1) * block_rows;
  if (s.row >= s.end) return;
  s.load();
  s.row = s.loaded * block_rows + s.lower_bound(key);
  // Somewhere else a triple starts anew; here it may have been returned in part.
  if (s.row != before) s.group_taken = false;
}

} // namespace tela::store
