#pragma once

#include "records/record_sink.h"
#include "records/sliding_text.h"
#include "records/xml_elements.h"

#include <string>
#include <string_view>

namespace tela::records {

/// What the readers of XML files with one element a record have in common: the elements go through
/// parse() into a sink, a record that is wrong is rejected and the others go on, and the account is
/// kept. A file that is not well-formed is none: see read_elements().
class XmlRecordReader : private XmlElementSink {
 public:
  XmlRecordReader(std::string source, RecordSink& sink);

  /// Reads all elements `name` of `text`. Throws as read_elements() and check_root() do.
  Ledger read(SlidingText& text, std::string_view name);

 protected:
  /// Throws Error(input) when a file with this root element, which stands at `place`, cannot be
  /// read at all.
  virtual void check_root(std::string_view name, const base::XmlAttributes& attributes,
                          const base::Place& place) = 0;
  /// The record of an element. Throws Error(input) when it is wrong.
  virtual Record parse(const XmlElement& element) = 0;

  [[nodiscard]] const std::string& source() const noexcept { return source_; }
  [[nodiscard]] Ledger& ledger() noexcept { return ledger_; }

 private:
  void root(std::string_view name, const base::XmlAttributes& attributes,
            const base::Place& place) override {
    check_root(name, attributes, place);
  }
  void element(const XmlElement& element) override;
  void other(std::string_view name) override { ++ledger_.unmapped[std::string(name)]; }

  std::string source_;
  RecordSink& sink_;
  Ledger ledger_;
};

} // namespace tela::records
