#pragma once

#include "parquet/column_chunk.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// A table as a Parquet file (https://parquet.apache.org/docs/file-format/). No RDF.
namespace tela::parquet {

class CompactWriter;

struct Column {
  std::string name; ///< distinct within the table
  Type type = Type::text;
};

/// Takes the next bytes of the file; may throw to end the writing.
using Output = std::function<void(std::string_view)>;

/// Writes a table row by row. Every column may lack values. Rows are collected into row groups of
/// about 8 MiB, which is what it holds. What is not finished is no Parquet file: its description
/// stands at the end. Not thread-safe.
class FileWriter {
 public:
  FileWriter(std::vector<Column> columns, Output output);

  /// REQUIRES: as many values as columns, each of its column's type or none.
  void row(std::span<const Value> values);
  void finish();

 private:
  struct WrittenChunk {
    std::int64_t offset = 0, bytes = 0; ///< of its page with its header
  };
  struct RowGroup {
    std::int64_t rows = 0;
    std::vector<WrittenChunk> chunks;
  };

  void write(std::string_view bytes);
  void end_group();
  WrittenChunk write_page(std::string_view page);
  [[nodiscard]] std::string footer() const;
  void describe(CompactWriter& out, const RowGroup& group) const;

  std::vector<Column> columns_;
  Output output_;
  std::vector<ColumnChunk> chunks_; // of the row group at hand, one a column
  std::int64_t group_rows_ = 0, rows_ = 0, position_ = 0;
  std::vector<RowGroup> groups_;
};

} // namespace tela::parquet
