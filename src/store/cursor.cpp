#include "store/cursor.h"

#include "store/permutation.h"

#include <algorithm>
#include <bitset>
#include <optional>

namespace tela::store {

namespace {

using Kind = GraphSelection::Kind;

bool merges(const GraphSelection& graphs) {
  return graphs.kind == Kind::merge_of_all || graphs.kind == Kind::merge_of;
}

bool selects(const GraphSelection& graphs, rdf::Id graph) {
  switch (graphs.kind) {
  case Kind::merge_of_all:
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
  GraphSelection graphs;
  Columns wanted;
  bool group_taken = false; // a row of the triple before `row` was returned already
  std::uint64_t loaded = no_block;
  std::optional<Block> block;
  std::bitset<block_columns> decoded;
  BlockBuffer columns; // of the loaded block, as far as decoded

  State(const Permutation& of, std::span<const rdf::Id> bound, RowRange range,
        GraphSelection selection, Columns columns_wanted)
      : permutation(&of), prefix_size(bound.size()), row(range.begin), end(range.end),
        graphs(std::move(selection)), wanted(columns_wanted) {
    std::ranges::copy(bound, prefix.begin());
  }

  void load(std::uint64_t index) {
    if (index == loaded) return;
    block = permutation->block(index);
    loaded = index;
    decoded.reset();
  }

  const rdf::Id* column(std::size_t i) {
    if (!decoded[i]) {
      block->decode(i, columns.column(i));
      decoded.set(i);
    }
    return columns.column(i);
  }

  [[nodiscard]] bool gives(std::size_t i) const {
    if (i == graph_column) return wanted.graph && !merges(graphs);
    return i >= prefix_size && wanted.positions[i];
  }

  // What the graphs of the loaded block make of all its rows alike, where they do.
  [[nodiscard]] std::optional<bool> selects_block() const {
    const auto repeat = constant_column(block->column(repeat_column));
    const bool no_repeats = repeat && !repeat->defined();
    if (merges(graphs) && !no_repeats) return std::nullopt;
    if (graphs.kind == Kind::merge_of_all) return true;
    const auto graph = constant_column(block->column(graph_column));
    if (!graph) return std::nullopt;
    return selects(graphs, *graph);
  }

  // Moves the rows of [from, to) that the selection keeps to `from`; returns how many.
  std::size_t keep_selected(std::size_t from, std::size_t to) {
    const rdf::Id* graph = column(graph_column);
    const rdf::Id* repeat = column(repeat_column);
    for (std::size_t i = 0; i < graph_column; ++i)
      if (gives(i)) column(i);
    std::size_t kept = from;
    for (std::size_t i = from; i < to; ++i) {
      if (!repeat[i].defined()) group_taken = false;
      if (!selects(graphs, graph[i]) || (merges(graphs) && group_taken)) continue;
      group_taken = true;
      for (std::size_t j = 0; j <= graph_column; ++j)
        if (decoded[j]) columns.column(j)[kept] = columns.column(j)[i];
      ++kept;
    }
    // What was moved is no longer the block.
    loaded = no_block;
    return kept - from;
  }

  std::size_t select(std::size_t from, std::size_t to) {
    const auto all = selects_block();
    if (!all) return keep_selected(from, to);
    group_taken = false;
    if (!*all) return 0;
    for (std::size_t i = 0; i <= graph_column; ++i)
      if (gives(i)) column(i);
    return to - from;
  }

  [[nodiscard]] Rows rows(std::size_t from, std::size_t count) const {
    Rows result{count, {}};
    for (std::size_t i = 0; i <= graph_column; ++i)
      if (gives(i)) result.columns[i] = columns.column(i) + from;
    return result;
  }

  // First row of the loaded block, from `from` on, whose free columns are >= `key`.
  std::size_t lower_bound(std::size_t from, std::size_t to, std::span<const rdf::Id> key) {
    for (std::size_t i = 0; i < key.size() && from < to; ++i) {
      const auto& ids = column(prefix_size + i);
      const auto found = std::equal_range(ids + from, ids + to, key[i]);
      from = static_cast<std::size_t>(found.first - ids);
      to = static_cast<std::size_t>(found.second - ids);
    }
    return from;
  }

  [[nodiscard]] std::size_t end_in_block() const {
    return static_cast<std::size_t>(
        std::min<std::uint64_t>(end - loaded * block_rows, block->rows()));
  }
};

Cursor::Cursor(const Permutation& permutation, std::span<const rdf::Id> prefix, RowRange range,
               GraphSelection graphs, Columns wanted)
    : state_(std::make_unique<State>(permutation, prefix, range, std::move(graphs), wanted)) {}

Cursor::~Cursor() = default;
Cursor::Cursor(Cursor&&) noexcept = default;
Cursor& Cursor::operator=(Cursor&&) noexcept = default;

Rows Cursor::next() {
  State& s = *state_;
  while (s.row < s.end) {
    const auto from = static_cast<std::size_t>(s.row % block_rows);
    s.load(s.row / block_rows);
    const std::size_t to = s.end_in_block();
    s.row += to - from;
    if (const std::size_t count = s.select(from, to)) return s.rows(from, count);
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
  if (behind - 1 != current) s.row = (behind - 1) * block_rows;
  if (s.row >= s.end) return;
  s.load(behind - 1);
  const auto from = static_cast<std::size_t>(s.row % block_rows);
  const std::size_t found = s.lower_bound(from, s.end_in_block(), key);
  if (found != from || behind - 1 != current) s.group_taken = false;
  s.row = s.loaded * block_rows + found;
}

} // namespace tela::store
