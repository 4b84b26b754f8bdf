#pragma once

#include "base/error.h"
#include "records/record.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace tela::records {

/// Where readers push what they read, one record at a time. Called from one thread.
class RecordSink {
 public:
  virtual ~RecordSink() = default;
  /// A record and the place in its file where it begins. What it throws ends the reading.
  virtual void accept(Record record, const base::Place& place) = 0;
  /// A record that could not be taken; the reader goes on with the next one.
  virtual void reject(const base::Error& error) = 0;
};

/// Elements, columns or keys of accepted records that no field takes: how often, by name.
using Unmapped = std::map<std::string, std::uint64_t, std::less<>>;

/// What became of each single element of an XML file's accepted records, those inside others too.
struct ElementCount {
  std::uint64_t read = 0;     ///< a field says what it says
  std::uint64_t empty = 0;    ///< says nothing
  std::uint64_t unmapped = 0; ///< says what no field takes, or nobody can read

  ElementCount& operator+=(const ElementCount& other) {
    read += other.read;
    empty += other.empty;
    unmapped += other.unmapped;
    return *this;
  }
};

/// The account of a reading: read = accepted + rejected.
struct Ledger {
  std::uint64_t read = 0;
  std::uint64_t accepted = 0;
  std::uint64_t rejected = 0;
  Unmapped unmapped;
  Unmapped empty;                   ///< elements that say nothing: how often, by name
  ElementCount elements;            ///< of IATI; nothing elsewhere
  std::vector<std::string> notes{}; ///< what people should know of the whole: doubts, twins

  Ledger& operator+=(const Ledger& other) {
    read += other.read;
    accepted += other.accepted;
    rejected += other.rejected;
    for (const auto& [name, count] : other.unmapped) unmapped[name] += count;
    for (const auto& [name, count] : other.empty) empty[name] += count;
    elements += other.elements;
    notes.insert(notes.end(), other.notes.begin(), other.notes.end());
    return *this;
  }
};

} // namespace tela::records
