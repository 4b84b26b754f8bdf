#include "records/record_xml_reader.h"

#include "records/record_xml_parser.h"
#include "records/title_keys.h"
#include "records/xml_record_reader.h"

namespace tela::records {

namespace {

class Reader final : public XmlRecordReader {
 public:
  using XmlRecordReader::XmlRecordReader;

 private:
  void check_root(std::string_view name, const base::XmlAttributes&,
                  const base::Place& place) override {
    if (name == "records" || name == "record") return; // many, or one alone
    throw base::Error(base::Failure::input, place, "the root element is not <records>",
                      "give record XML as record.rng describes it");
  }

  Record parse(const XmlElement& element) override {
    ++number_;
    Record record = parse_record_xml(element.text, element.place, ledger().unmapped);
    if (record.source.empty()) record.source = source();
    titles_.settle(record, number_);
    return record;
  }

  TitleKeys titles_;
  std::uint64_t number_ = 0; ///< of the record in its file, from 1
};

} // namespace

Ledger read_record_xml(SlidingText& text, RecordSink& sink) {
  return Reader(text.source(), sink).read(text, "record");
}

} // namespace tela::records
