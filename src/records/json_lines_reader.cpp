#include "records/json_lines_reader.h"

#include "records/json_record.h"
#include "records/title_keys.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace tela::records {

namespace {

using base::Error;
using base::Failure;

constexpr std::size_t largest_line = std::size_t{64} << 20U;

/// Bytes of the line at the front of `text`, without its end.
std::size_t line_length(SlidingText& text) {
  std::size_t searched = 0;
  while (true) {
    const auto end = text.text().find('\n', searched);
    if (end != std::string_view::npos) return end;
    searched = text.text().size();
    if (searched > largest_line)
      throw Error(Failure::input, text.place(), "a line of more than 64 MiB",
                  "write one record a line");
    if (!text.more()) return searched;
  }
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

} // namespace

Ledger read_json_lines(SlidingText& text, RecordSink& sink) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  Ledger ledger;
  TitleKeys titles;
  if (text.more() && text.text().starts_with(byte_order_mark)) text.skip(byte_order_mark.size());
  while (!text.text().empty() || text.more()) {
    const std::size_t length = line_length(text);
    const std::string_view line = text.text().substr(0, length);
    if (!is_blank(line)) {
      ++ledger.read;
      std::optional<Record> record;
      try {
        record = parse_json_record(line, text.place(), ledger.unmapped);
      } catch (const Error& error) {
        ++ledger.rejected;
        sink.reject(error);
      }
      if (record) {
        if (record->source.empty()) record->source = text.source();
        titles.settle(*record, text.place().line);
        ++ledger.accepted;
        sink.accept(std::move(*record), text.place());
      }
    }
    text.skip(std::min(length + 1, text.text().size()));
  }
  return ledger;
}

} // namespace tela::records
