#include "records/iati_reader.h"

#include "records/activity_record.h"
#include "records/xml_record_reader.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tela::records {

namespace {

/// The value of an attribute of a start tag, or nothing.
std::optional<std::string_view> attribute_of(std::string_view tag, std::string_view name) {
  for (auto at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const char before = tag[at - 1]; // a tag begins with '<'
    const auto equals = tag.find_first_not_of(" \t\r\n", at + name.size());
    if ((before != ' ' && before != '\t' && before != '\r' && before != '\n') ||
        equals == std::string_view::npos || tag[equals] != '=')
      continue;
    const auto open = tag.find_first_of("\"'", equals);
    if (open == std::string_view::npos) return std::nullopt;
    return tag.substr(open + 1, tag.find(tag[open], open + 1) - open - 1);
  }
  return std::nullopt;
}

class Reader final : public XmlRecordReader {
 public:
  Reader(std::string source, TransactionDetail detail, RecordSink& sink)
      : XmlRecordReader(std::move(source), sink), detail_(detail) {}

 private:
  void check_root(std::string_view start_tag, const base::Place& place) override {
    const auto version = attribute_of(start_tag, "version");
    if (!version) {
      ++unmapped()["file without version, read as 2.03"];
    } else if (!version->starts_with("2.0")) {
      throw base::Error(base::Failure::input, place,
                        "IATI version " + std::string(*version) + " cannot be read",
                        version->starts_with("1.") ? "ask the publisher for version 2.03, or "
                                                     "convert the file; version 1 was retired"
                                                   : "give version 2.01, 2.02 or 2.03");
    }
  }

  Record parse(const XmlElement& element) override {
    return record_of_activity(parse_activity(element, detail_, unmapped()), source());
  }

  TransactionDetail detail_;
};

} // namespace

Ledger read_iati(SlidingText& text, TransactionDetail detail, RecordSink& sink) {
  return Reader(text.source(), detail, sink).read(text, "iati-activity");
}

} // namespace tela::records
