#include "sparql/results/result_table.h"

#include "sparql/results/text_pieces.h"

namespace tela::sparql::results {

namespace {

class TableFiller final : public ResultReceiver {
 public:
  explicit TableFiller(ResultTable& table) : table_(table) {}
  void variables(const std::vector<std::string>& names) override { table_.variables = names; }
  void row(const ResultTable::Row& row) override { table_.rows.push_back(row); }
  void boolean(bool value) override { table_.boolean = value; }

 private:
  ResultTable& table_;
};

using Reader = void (*)(std::string_view, TextPieces, ResultReceiver&, const ReadLimits&);

ResultTable read_whole(Reader read, std::string_view source, std::string_view text) {
  ResultTable table;
  TableFiller filler(table);
  read(source, whole(text), filler, {});
  return table;
}

} // namespace

ResultTable read_json_result(std::string_view source, std::string_view text) {
  return read_whole(read_json_result, source, text);
}

ResultTable read_xml_result(std::string_view source, std::string_view text) {
  return read_whole(read_xml_result, source, text);
}

ResultTable read_tsv_result(std::string_view source, std::string_view text) {
  return read_whole(read_tsv_result, source, text);
}

} // namespace tela::sparql::results
