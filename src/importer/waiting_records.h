#pragma once

#include "mapping/aliases.h"
#include "records/record_sink.h"

#include <cstdint>
#include <utility>

namespace tela::importer {

/// In front of a pipeline at the first reading: learns the aliases of all records, and holds back
/// those that need them. They are read again when all are known, for there may be any number.
class FirstReading final : public records::RecordSink {
 public:
  FirstReading(records::RecordSink& next, mapping::Aliases& aliases)
      : next_(next), aliases_(aliases) {}

  void accept(records::Record record, const base::Place& place) override {
    aliases_.add(record);
    if (mapping::needs_aliases(record))
      ++waiting_;
    else
      next_.accept(std::move(record), place);
  }
  void reject(const base::Error& error) override { next_.reject(error); }

  /// How many were held back since the last call.
  [[nodiscard]] std::uint64_t take_waiting() { return std::exchange(waiting_, 0); }

 private:
  records::RecordSink& next_;
  mapping::Aliases& aliases_;
  std::uint64_t waiting_ = 0;
};

/// At the second reading: only those that were held back. Faults were told at the first.
class SecondReading final : public records::RecordSink {
 public:
  explicit SecondReading(records::RecordSink& next) : next_(next) {}

  void accept(records::Record record, const base::Place& place) override {
    if (mapping::needs_aliases(record)) next_.accept(std::move(record), place);
  }
  void reject(const base::Error&) override {}

 private:
  records::RecordSink& next_;
};

} // namespace tela::importer
