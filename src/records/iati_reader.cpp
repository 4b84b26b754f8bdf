#include "records/iati_reader.h"

#include "records/activity_record.h"
#include "records/xml_record_reader.h"

#include <string>
#include <string_view>
#include <utility>

namespace tela::records {

namespace {

class Reader final : public XmlRecordReader {
 public:
  Reader(std::string source, TransactionDetail detail, RecordSink& sink)
      : XmlRecordReader(std::move(source), sink), detail_(detail) {}

 private:
  void check_root(std::string_view, const base::XmlAttributes& attributes,
                  const base::Place& place) override {
    const auto version = attributes.find("version");
    has_version_ = version.has_value();
    if (version && *version != "1" && !version->starts_with("1.") && !version->starts_with("2.0"))
      throw base::Error(base::Failure::input, place,
                        "IATI version " + std::string(*version) + " cannot be read",
                        "give version 1.01 to 1.05 or 2.01 to 2.03");
  }

  Record parse(const XmlElement& element) override {
    Record record = record_of_activity(parse_activity(element, detail_, ledger()), source());
    if (!has_version_)
      record.warnings.push_back(
          {"no-version", "the file does not tell its version of IATI; it is read as 2.03", {}});
    has_version_ = true; // said once
    return record;
  }

  TransactionDetail detail_;
  bool has_version_ = true;
};

} // namespace

Ledger read_iati(SlidingText& text, TransactionDetail detail, RecordSink& sink) {
  return Reader(text.source(), detail, sink).read(text, "iati-activity");
}

} // namespace tela::records
