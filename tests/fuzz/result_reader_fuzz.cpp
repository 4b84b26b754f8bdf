#include "base/error.h"
#include "base/utf8.h"
#include "sparql/results/result_table.h"
#include "sparql/results/result_writer.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace tela::sparql::results;

std::string written(const ResultTable& table) {
  std::string text;
  const auto writer =
      make_result_writer(Format::json, [&](std::string_view piece) { text += piece; });
  if (table.boolean) {
    writer->boolean(*table.boolean);
    return text;
  }
  writer->begin(table.variables);
  for (const auto& row : table.rows) {
    std::vector<Cell> cells;
    for (const auto& term : row) cells.push_back(term ? Cell(tela::rdf::TermView(*term)) : Cell());
    writer->row(cells);
  }
  writer->end();
  return text;
}

} // namespace

/// Any bytes as a result of a remote endpoint, the first choosing the format: refused with an
/// Error, or a table of UTF-8 with rows as long as its head.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using Reader = ResultTable (*)(std::string_view, std::string_view);
  constexpr std::array<Reader, 4> readers{read_json_result, read_xml_result, read_tsv_result,
                                          read_csv_result};
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  try {
    const auto table = readers[data[0] % readers.size()]("fuzz", text);
    for (const auto& row : table.rows)
      if (row.size() != table.variables.size()) std::abort();
    if (tela::base::first_invalid_utf8(written(table))) std::abort();
  } catch (const tela::base::Error&) {
    // Refusing is an answer.
  }
  return 0;
}
