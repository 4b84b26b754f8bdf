#include "parquet/file_writer.h"

#include "base/require.h"
#include "parquet/compact_writer.h"
#include "parquet/little_endian.h"

#include <utility>

namespace tela::parquet {

namespace {

constexpr std::string_view magic = "PAR1";
constexpr std::size_t group_bytes = std::size_t{8} << 20U;

// Numbers of Parquet's own enumerations (parquet.thrift).
constexpr std::int32_t plain = 0, run_length = 3; // Encoding
constexpr std::int32_t data_page = 0;             // PageType
constexpr std::int32_t optional = 1;              // FieldRepetitionType
constexpr std::int32_t uncompressed = 0;          // CompressionCodec

std::int32_t physical_type(Type type) {
  switch (type) {
  case Type::boolean:
    return 0; // BOOLEAN
  case Type::date:
    return 1; // INT32
  case Type::integer:
  case Type::instant:
  case Type::local:
    return 2; // INT64
  case Type::real:
    return 5; // DOUBLE
  case Type::text:
    break;
  }
  return 6; // BYTE_ARRAY
}

// The fields converted_type, for older readers, and logicalType of a SchemaElement.
void write_meaning(CompactWriter& out, Type type) {
  constexpr int converted = 6, logical = 10;
  constexpr std::int32_t utf8 = 0, date = 6, timestamp_micros = 10;
  constexpr int string_union = 1, date_union = 6, timestamp_union = 8;
  const auto name = [&](int member) {
    out.begin_struct(logical);
    out.begin_struct(member);
  };
  const auto end = [&] {
    out.end_struct();
    out.end_struct();
  };
  if (type == Type::text) {
    out.field(converted, utf8);
    name(string_union);
    end();
  } else if (type == Type::date) {
    out.field(converted, date);
    name(date_union);
    end();
  } else if (type == Type::instant || type == Type::local) {
    if (type == Type::instant) out.field(converted, timestamp_micros);
    name(timestamp_union);
    out.field(1, type == Type::instant); // isAdjustedToUTC
    out.begin_struct(2);                 // unit
    out.begin_struct(2);                 // MICROS
    end();
    end();
  }
}

void write_schema(CompactWriter& out, const std::vector<Column>& columns) {
  out.begin_structs(2, columns.size() + 1);
  out.begin_element();
  out.field(4, std::string_view("table"));
  out.field(5, static_cast<std::int32_t>(columns.size()));
  out.end_struct();
  for (const Column& column : columns) {
    out.begin_element();
    out.field(1, physical_type(column.type));
    out.field(3, optional);
    out.field(4, std::string_view(column.name));
    write_meaning(out, column.type);
    out.end_struct();
  }
}

} // namespace

FileWriter::FileWriter(std::vector<Column> columns, Output output)
    : columns_(std::move(columns)), output_(std::move(output)) {
  for (const Column& column : columns_) chunks_.emplace_back(column.type);
  write(magic);
}

void FileWriter::row(std::span<const Value> values) {
  base::require(values.size() == chunks_.size(), "as many values as columns");
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    chunks_[i].add(values[i]);
    bytes += chunks_[i].bytes();
  }
  ++group_rows_;
  if (bytes >= group_bytes) end_group();
}

void FileWriter::finish() {
  if (group_rows_ > 0) end_group();
  std::string end = footer();
  append_little_endian(end, static_cast<std::uint32_t>(end.size()));
  write(end.append(magic));
}

void FileWriter::write(std::string_view bytes) {
  output_(bytes);
  position_ += static_cast<std::int64_t>(bytes.size());
}

void FileWriter::end_group() {
  RowGroup group{group_rows_, {}};
  for (ColumnChunk& chunk : chunks_) group.chunks.push_back(write_page(chunk.take_page()));
  rows_ += std::exchange(group_rows_, 0);
  groups_.push_back(std::move(group));
}

FileWriter::WrittenChunk FileWriter::write_page(std::string_view page) {
  const std::int64_t offset = position_;
  std::string head;
  CompactWriter out(head);
  out.field(1, data_page);
  out.field(2, static_cast<std::int32_t>(page.size()));
  out.field(3, static_cast<std::int32_t>(page.size()));
  out.begin_struct(5);
  out.field(1, static_cast<std::int32_t>(group_rows_));
  out.field(2, plain);
  out.field(3, run_length);
  out.field(4, run_length);
  out.end_struct();
  out.end_struct();
  write(head);
  write(page);
  return {offset, position_ - offset};
}

// FileMetaData, the description at the end of the file.
std::string FileWriter::footer() const {
  std::string text;
  CompactWriter out(text);
  out.field(1, std::int32_t{1});
  write_schema(out, columns_);
  out.field(3, rows_);
  out.begin_structs(4, groups_.size());
  for (const RowGroup& group : groups_) describe(out, group);
  out.field(6, std::string_view("tela version " TELA_VERSION));
  out.end_struct();
  return text;
}

void FileWriter::describe(CompactWriter& out, const RowGroup& group) const {
  std::int64_t sum = 0;
  out.begin_element();
  out.begin_structs(1, group.chunks.size());
  for (std::size_t i = 0; i < group.chunks.size(); ++i) {
    const WrittenChunk& chunk = group.chunks[i];
    sum += chunk.bytes;
    out.begin_element();
    out.field(2, chunk.offset);
    out.begin_struct(3);
    out.field(1, physical_type(columns_[i].type));
    out.begin_integers(2, 2);
    out.element(plain);
    out.element(run_length);
    out.begin_texts(3, 1);
    out.element(std::string_view(columns_[i].name));
    out.field(4, uncompressed);
    out.field(5, group.rows);
    out.field(6, chunk.bytes);
    out.field(7, chunk.bytes);
    out.field(9, chunk.offset);
    out.end_struct();
    out.end_struct();
  }
  out.field(2, sum);
  out.field(3, group.rows);
  out.end_struct();
}

} // namespace tela::parquet
