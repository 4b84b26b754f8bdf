#include "sparql/results/result_table.h"

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

} // namespace

ResultTable read_json_result(std::string_view source, std::string_view text) {
  ResultTable table;
  TableFiller filler(table);
  read_json_result(source, text, filler, {});
  return table;
}

ResultTable read_xml_result(std::string_view source, std::string_view text) {
  ResultTable table;
  TableFiller filler(table);
  read_xml_result(source, text, filler, {});
  return table;
}

} // namespace tela::sparql::results
