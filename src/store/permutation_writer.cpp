#include "store/permutation_writer.h"

namespace tela::store {

PermutationWriter::PermutationWriter(SpoolSpace& space, Observers observers)
    : observers_(std::move(observers)), directory_(space), blocks_(space),
      rows_([this](const BlockBuffer& rows, std::size_t count, std::string_view bytes) {
        take_block(rows, count, bytes);
      }) {}

void PermutationWriter::take_block(const BlockBuffer& rows, std::size_t count,
                                   std::string_view bytes) {
  const BlockEntry entry{{rows.column(0)[0], rows.column(1)[0], rows.column(2)[0]}, blocks_.size()};
  directory_.append({reinterpret_cast<const char*>(&entry), sizeof entry});
  blocks_.append(bytes);
  ++front_.blocks;
  front_.rows += count;
  if (observers_.graph_columns) observers_.graph_columns({rows.column(graph_column), count});
  for (std::size_t i = 0; i < count; ++i)
    count_row(rows.column(0)[i], rows.column(1)[i], rows.column(repeat_column)[i].defined());
}

void PermutationWriter::count_row(rdf::Id first, rdf::Id second, bool repeat) {
  if (repeat) return;
  const bool new_first = triples_ == 0 || first != current_.first;
  if (new_first) {
    if (triples_ != 0 && observers_.firsts) observers_.firsts(current_);
    current_ = {first, 0, 0};
    ++front_.distinct_first;
  }
  if (new_first || second != second_) {
    second_ = second;
    ++current_.distinct_second;
    ++front_.distinct_pairs;
  }
  ++current_.triples;
  ++triples_;
}

void PermutationWriter::finish() {
  rows_.finish();
  if (triples_ != 0 && observers_.firsts) observers_.firsts(current_);
  blocks_.append(std::string(slack_bytes, '\0'));
  directory_.seal();
  blocks_.seal();
}

} // namespace tela::store
