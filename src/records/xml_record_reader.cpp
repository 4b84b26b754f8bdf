#include "records/xml_record_reader.h"

#include <optional>
#include <utility>

namespace tela::records {

XmlRecordReader::XmlRecordReader(std::string source, RecordSink& sink)
    : source_(std::move(source)), sink_(sink) {}

Ledger XmlRecordReader::read(SlidingText& text, std::string_view name) {
  cut_elements(text, name, *this);
  return std::move(ledger_);
}

void XmlRecordReader::element(const XmlElement& element) {
  std::optional<Record> record;
  try {
    record = parse(element);
  } catch (const base::Error& error) {
    return broken(error);
  }
  ++ledger_.read;
  ++ledger_.accepted;
  sink_.accept(std::move(*record), element.place);
}

void XmlRecordReader::broken(const base::Error& error) {
  ++ledger_.read;
  ++ledger_.rejected;
  sink_.reject(error);
}

} // namespace tela::records
