#pragma once

#include "records/sliding_text.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tela::records {

/// One record of a web archive (WARC 1.0 and 1.1, ISO 28500). What its head does not say is empty.
struct WarcRecord {
  std::string type;          ///< "response", "conversion", "request", … in lower case
  std::string address;       ///< of what was captured
  std::string date;          ///< of the capture: "2019-05-08T10:00:00Z"
  std::string content_type;  ///< of the block
  std::string truncated;     ///< why the crawler cut the block: "length"
  bool is_segment = false;   ///< the block is a part of one that several records hold
  bool is_too_large = false; ///< the block is longer than largest_block, and not here
  std::string_view block;    ///< valid until the next record is read
};

/// The records of a web archive, one by one, packed as a whole or each by itself. Memory: one
/// block.
class WarcRecords {
 public:
  static constexpr std::size_t largest_head = std::size_t{64} << 10U;
  static constexpr std::size_t largest_block = std::size_t{17} << 20U; ///< a page and its head

  /// `text` must outlive the object.
  explicit WarcRecords(SlidingText& text) : text_(text) {}

  /// Reads the next record, or returns false at the end. Throws Error(input) where none begins, a
  /// head does not say how long its block is, or the archive ends within a record.
  bool next(WarcRecord& record);
  /// Where the record that was read last begins.
  [[nodiscard]] const base::Place& place() const noexcept { return place_; }

 private:
  [[noreturn]] void fail(const std::string& message, const std::string& advice) const;
  bool find_beginning();
  std::string_view head();
  void take_block(std::uint64_t length, WarcRecord& record);
  void pass(std::uint64_t length);

  SlidingText& text_;
  std::size_t block_ = 0; ///< bytes of text_ that the last record still takes
  base::Place place_;
};

/// Throws Error(input) as WarcRecords does, without looking at what the blocks hold. Cost: one
/// pass.
void check_warc(SlidingText& text);

} // namespace tela::records
