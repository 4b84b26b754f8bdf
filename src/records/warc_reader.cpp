#include "records/warc_reader.h"

#include "base/ascii.h"
#include "base/printable.h"
#include "records/archived_response.h"
#include "records/header_fields.h"
#include "records/html_reader.h"
#include "records/page_charset.h"
#include "records/page_reader.h"
#include "records/warc_records.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace tela::records {

namespace {

using base::Error;

constexpr std::size_t largest_page = std::size_t{16} << 20U;

/// What a page is read from.
struct Capture {
  std::string content_type;
  std::string body;
};

bool is_html(std::string_view type) {
  return type == "text/html" || type == "application/xhtml+xml";
}

/// What archives hold beside pages: how much, by its kind. Kinds are of the archive's making, so
/// that only so many are told apart.
class Others {
 public:
  void add(std::string kind) {
    constexpr std::size_t kinds = 40, longest = 60;
    kind = base::printable(std::string_view(kind).substr(0, longest));
    const bool is_kept = counts_.size() < kinds || counts_.contains(kind);
    ++counts_[is_kept ? std::move(kind) : "others"];
    ++all_;
  }

  /// "a.warc: 12 records hold no page to read: 8 request, 4 status 404".
  [[nodiscard]] std::optional<std::string> note(const std::string& source) const {
    if (all_ == 0) return std::nullopt;
    std::vector<std::pair<std::uint64_t, std::string_view>> kinds;
    for (const auto& [kind, count] : counts_) kinds.emplace_back(count, kind);
    std::ranges::stable_sort(kinds, std::ranges::greater{}, [](const auto& k) { return k.first; });
    std::string list;
    for (const auto& [count, kind] : kinds)
      ((list += list.empty() ? "" : ", ") += std::to_string(count) + ' ') += kind;
    return source + ": " + std::to_string(all_) + " records hold no page to read: " + list;
  }

 private:
  std::map<std::string, std::uint64_t, std::less<>> counts_;
  std::uint64_t all_ = 0;
};

std::string host_of(std::string_view address) {
  const auto start = address.find("//");
  if (start == std::string_view::npos) return {};
  const std::string_view rest = address.substr(start + 2);
  return base::ascii_lower(rest.substr(0, rest.find_first_of("/?#")));
}

/// Whether an address names a site and no page of it: what has only that, has no name by it.
bool is_site(std::string_view address) {
  const std::string_view rest = address.substr(address.find("//") + 2);
  return rest.substr(std::min(rest.find('/'), rest.size())).find_first_not_of('/') ==
         std::string_view::npos;
}

bool is_web(std::string_view address) {
  const std::string lower = base::ascii_lower(address.substr(0, 8));
  return (lower.starts_with("http://") || lower.starts_with("https://")) &&
         !host_of(address).empty();
}

/// What the archive says of its records, beside what the page says.
void describe(std::vector<Record>& records, const WarcRecord& capture, std::size_t replaced) {
  for (std::size_t i = 0; i < records.size(); ++i) {
    Record& record = records[i];
    // A page may not speak for another host, and many give their site's address as their own.
    if (host_of(record.address) != host_of(capture.address) || is_site(record.address))
      record.address = capture.address;
    record.captured = capture.date;
    // The archive holds other pages, too, whose records have the same places within them.
    if (!record.key.empty() || is_site(record.address))
      record.key = capture.address + (i == 0 ? "" : '#' + std::to_string(i + 1));
    if (!capture.truncated.empty())
      record.warnings.push_back(
          {"cut-page", "the crawler has cut the page (" + capture.truncated + ")", {}});
    if (replaced > 0)
      record.warnings.push_back(
          {"replaced-bytes",
           std::to_string(replaced) + " bytes that are no UTF-8 were replaced",
           {}});
  }
}

/// One archive on its way to records.
class Reading {
 public:
  Reading(SlidingText& text, RecordSink& sink)
      : source_(text.source()), records_(text), sink_(sink) {}

  Ledger run() {
    for (WarcRecord record; records_.next(record);) {
      std::vector<Record> found = read_or_reject(record);
      ledger_.read += found.size();
      ledger_.accepted += found.size();
      for (Record& page : found) sink_.accept(std::move(page), records_.place());
    }
    if (auto note = others_.note(source_)) ledger_.notes.push_back(std::move(*note));
    return std::move(ledger_);
  }

 private:
  std::vector<Record> read_or_reject(const WarcRecord& record) {
    try {
      return read(record);
    } catch (const NoText&) {
      others_.add("page without text");
    } catch (const Error& error) {
      if (error.failure() != base::Failure::input) throw;
      reject(record, error);
    }
    return {};
  }

  std::vector<Record> read(const WarcRecord& record) {
    const auto capture = capture_of(record);
    if (!capture) return {};
    const std::string type = media_type(capture->content_type);
    if (!is_html(type) && type != "text/plain") {
      others_.add(type.empty() ? "of no type" : type);
      return {};
    }
    const DecodedPage page = decode_page(capture->body, charset_of(capture->content_type));
    auto records =
        is_html(type) ? read_html_page(source_, page.text) : read_page(source_, page.text);
    describe(records, record, page.replaced);
    return records;
  }

  /// Nothing, and counted, when the record holds no page.
  std::optional<Capture> capture_of(const WarcRecord& record) {
    const bool is_response = record.type == "response";
    const bool is_document = record.type == "conversion" || record.type == "resource";
    if (!is_response && !is_document)
      return pass_over(record.type.empty() ? "of no type" : record.type);
    if (!is_web(record.address)) return pass_over("without a web address");
    if (record.is_segment) return pass_over("in several parts");
    if (record.is_too_large) return pass_over("larger than a page");
    if (is_document) return Capture{record.content_type, std::string(record.block)};
    if (!record.block.starts_with("HTTP/")) return pass_over("no HTTP");
    ArchivedResponse response = parse_archived_response(record.block, largest_page);
    if (response.status != 200) return pass_over("status " + std::to_string(response.status));
    return Capture{std::move(response.content_type), std::move(response.body)};
  }

  std::nullopt_t pass_over(std::string kind) {
    others_.add(std::move(kind));
    return std::nullopt;
  }

  void reject(const WarcRecord& record, const Error& error) {
    ++ledger_.read;
    ++ledger_.rejected;
    std::string page = record.address;
    if (error.place().line > 0) page += ", line " + std::to_string(error.place().line);
    sink_.reject(Error(error.failure(), records_.place(), page + ": " + error.message(),
                       "leave the page out, or capture it again"));
  }

  const std::string source_;
  WarcRecords records_;
  RecordSink& sink_;
  Ledger ledger_;
  Others others_;
};

} // namespace

Ledger read_warc(SlidingText& text, RecordSink& sink) {
  return Reading(text, sink).run();
}

} // namespace tela::records
