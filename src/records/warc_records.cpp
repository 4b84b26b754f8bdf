#include "records/warc_records.h"

#include "base/ascii.h"
#include "base/interruption.h"
#include "records/header_fields.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace tela::records {

namespace {

using base::Error;
using base::Failure;

/// Nothing for what is no number, or none that fits.
std::optional<std::uint64_t> number_of(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// WARC 1.0's own example writes addresses as "<http://…>", and so do some programs.
std::string without_brackets(std::string text) {
  if (text.starts_with('<') && text.ends_with('>')) return text.substr(1, text.size() - 2);
  return text;
}

struct Head {
  WarcRecord record;
  std::optional<std::uint64_t> length;
};

Head parse_head(std::string_view lines) {
  Head head;
  std::string name, value;
  (void)take_line(lines); // the version
  while (next_field(lines, name, value)) {
    if (name == "warc-type") head.record.type = base::ascii_lower(value);
    if (name == "warc-target-uri") head.record.address = without_brackets(value);
    if (name == "warc-date") head.record.date = value;
    if (name == "content-type") head.record.content_type = value;
    if (name == "warc-truncated") head.record.truncated = value;
    if (name == "warc-segment-number") head.record.is_segment = true;
    if (name == "content-length") head.length = number_of(value);
  }
  return head;
}

} // namespace

void WarcRecords::fail(const std::string& message, const std::string& advice) const {
  throw Error(Failure::input, place_, message, advice);
}

// Two line ends part records; some programs write more, or none behind the last.
bool WarcRecords::find_beginning() {
  text_.skip(std::exchange(block_, 0));
  for (;;) {
    const auto at = text_.text().find_first_not_of("\r\n");
    text_.skip(std::min(at, text_.text().size()));
    if (at != std::string_view::npos) return true;
    if (!text_.more()) return false;
  }
}

std::string_view WarcRecords::head() {
  place_ = text_.place();
  for (;;) {
    const std::string_view text = text_.text();
    constexpr std::string_view mark = "WARC/1.";
    if (text.substr(0, mark.size()) != mark.substr(0, text.size()))
      fail("no record of a web archive (WARC 1.0 or 1.1) begins here",
           "fetch the archive again, or repair it");
    const auto length = head_length(text.substr(0, largest_head));
    if (length && text.size() >= mark.size()) return text.substr(0, *length);
    if (text.size() >= largest_head)
      fail("the head of a record is longer than " + std::to_string(largest_head) + " bytes",
           "fetch the archive again, or repair it");
    if (!text_.more()) fail("the archive ends within the head of a record", "fetch it again");
  }
}

// Lengths are what the archive says, so that room is made for what has come only.
void WarcRecords::take_block(std::uint64_t length, WarcRecord& record) {
  if (length > largest_block) {
    record.is_too_large = true;
    return pass(length);
  }
  block_ = static_cast<std::size_t>(length);
  while (text_.text().size() < block_)
    if (!text_.more()) fail("the archive ends within this record", "fetch it again");
  record.block = text_.text().substr(0, block_);
}

void WarcRecords::pass(std::uint64_t length) {
  while (length > 0) {
    if (text_.text().empty() && !text_.more())
      fail("the archive ends within this record", "fetch it again");
    const std::size_t count =
        static_cast<std::size_t>(std::min<std::uint64_t>(length, text_.text().size()));
    text_.skip(count);
    length -= count;
  }
}

bool WarcRecords::next(WarcRecord& record) {
  base::interruption().check();
  if (!find_beginning()) return false;
  const std::string_view lines = head();
  auto [parsed, length] = parse_head(lines);
  if (!length)
    fail("a record does not say how long it is (Content-Length)",
         "fetch the archive again, or repair it");
  text_.skip(lines.size());
  record = std::move(parsed);
  take_block(*length, record);
  return true;
}

void check_warc(SlidingText& text) {
  WarcRecords records(text);
  for (WarcRecord record; records.next(record);) {
  }
}

} // namespace tela::records
