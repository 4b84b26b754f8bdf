#include "records/iati_reader.h"

#include "records/activity_record.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tela::records {

namespace {

using base::Error;
using base::Failure;

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

class Reader final : public XmlElementSink {
 public:
  Reader(std::string source, TransactionDetail detail, RecordSink& sink)
      : source_(std::move(source)), detail_(detail), sink_(sink) {}

  void root(std::string_view start_tag) override {
    const auto version = attribute_of(start_tag, "version");
    if (!version) {
      ++ledger_.unmapped["file without version, read as 2.03"];
    } else if (!version->starts_with("2.0")) {
      throw Error(Failure::input, base::Place{source_},
                  "IATI version " + std::string(*version) + " cannot be read",
                  "ask the publisher for version 2.03, or convert the file; version 1 was retired");
    }
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
      return record_of_activity(parse_activity(element, detail_, ledger_.unmapped), source_);
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
  TransactionDetail detail_;
  RecordSink& sink_;
  Ledger ledger_;
};

} // namespace

Ledger read_iati(SlidingText& text, TransactionDetail detail, RecordSink& sink) {
  Reader reader(text.source(), detail, sink);
  cut_elements(text, "iati-activity", reader);
  return std::move(reader.ledger());
}

} // namespace tela::records
