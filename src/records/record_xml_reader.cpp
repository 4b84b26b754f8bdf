#include "records/record_xml_reader.h"

#include "records/record_xml_parser.h"
#include "records/xml_element_cutter.h"

#include <optional>
#include <string>
#include <utility>

namespace tela::records {

namespace {

using base::Error;
using base::Failure;

class Reader final : public XmlElementSink {
 public:
  Reader(std::string source, RecordSink& sink) : source_(std::move(source)), sink_(sink) {}

  void root(std::string_view start_tag) override {
    if (start_tag.starts_with("<record")) return; // <records>, or one <record> alone
    throw Error(Failure::input, base::Place{source_}, "the root element is not <records>",
                "give record XML as record.rng describes it");
  }

  void element(const XmlElement& element) override {
    ++ledger_.read;
    if (auto record = parse(element)) {
      ++ledger_.accepted;
      sink_.accept(std::move(*record), element.place);
    }
  }

  void broken(const Error& error) override {
    ++ledger_.read;
    reject(error);
  }

  void other(std::string_view name) override { ++ledger_.unmapped[std::string(name)]; }

  [[nodiscard]] Ledger& ledger() { return ledger_; }

 private:
  std::optional<Record> parse(const XmlElement& element) {
    try {
      Record record = parse_record_xml(element.text, element.place, ledger_.unmapped);
      if (record.source.empty()) record.source = source_;
      return record;
    } catch (const Error& error) {
      reject(error);
      return std::nullopt;
    }
  }

  void reject(const Error& error) {
    ++ledger_.rejected;
    sink_.reject(error);
  }

  std::string source_;
  RecordSink& sink_;
  Ledger ledger_;
};

} // namespace

Ledger read_record_xml(SlidingText& text, RecordSink& sink) {
  Reader reader(text.source(), sink);
  cut_elements(text, "record", reader);
  return std::move(reader.ledger());
}

} // namespace tela::records
