#include "records/xml_record_reader.h"

#include <optional>
#include <utility>

namespace tela::records {

XmlRecordReader::XmlRecordReader(std::string source, RecordSink& sink)
    : source_(std::move(source)), sink_(sink) {}

Ledger XmlRecordReader::read(SlidingText& text, std::string_view name) {
  read_elements(text, name, *this);
  return std::move(ledger_);
}

void XmlRecordReader::element(const XmlElement& element) {
  ++ledger_.read;
  std::optional<Record> record;
  try {
    record = parse(element);
  } catch (const base::Error& error) {
    if (error.failure() != base::Failure::input) throw;
    ++ledger_.rejected;
    return sink_.reject(error);
  }
  ++ledger_.accepted;
  sink_.accept(std::move(*record), element.place);
}

} // namespace tela::records
