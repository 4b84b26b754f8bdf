#pragma once

#include "records/record_sink.h"
#include "records/row_twins.h"

#include <string>
#include <vector>

namespace tela::records {

/// In front of a sink: counts the projects and articles of one source that have the id, or without
/// one the address, of an earlier one in the same language, so that they become one. Editions in
/// other languages are meant to. Holds 16 bytes a record.
class SameIds final : public RecordSink {
 public:
  /// Keeps a reference to `next`.
  explicit SameIds(RecordSink& next) : next_(next) {}

  void accept(Record record, const base::Place& place) override;
  void reject(const base::Error& error) override { next_.reject(error); }

  /// What people should know; empty when all are different.
  [[nodiscard]] std::vector<std::string> notes() const { return twins_.notes(); }

 private:
  RecordSink& next_;
  RowTwins twins_{"record", "lines"};
};

} // namespace tela::records
