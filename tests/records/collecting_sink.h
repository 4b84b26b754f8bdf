#pragma once

#include "records/record_sink.h"

#include <utility>
#include <vector>

namespace tela::records {

/// Keeps what a reader pushes.
class CollectingSink final : public RecordSink {
 public:
  void accept(Record record, const base::Place& place) override {
    records.push_back(std::move(record));
    places.push_back(place);
  }
  void reject(const base::Error& error) override { errors.push_back(error); }

  std::vector<Record> records;
  std::vector<base::Place> places;
  std::vector<base::Error> errors;
};

} // namespace tela::records
