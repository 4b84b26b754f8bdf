#include "records/source_reader.h"

#include "base/ascii.h"
#include "base/file.h"
#include "base/file_text.h"
#include "base/input_stream.h"
#include "base/xml_reader.h"
#include "records/html_reader.h"
#include "records/iati_reader.h"
#include "records/json_lines_reader.h"
#include "records/mapping_suggestion.h"
#include "records/page_reader.h"
#include "records/record_xml_reader.h"
#include "records/same_ids.h"
#include "records/spreadsheet.h"
#include "records/table_reader.h"
#include "records/text_check.h"
#include "records/text_encoding.h"
#include "records/value_check.h"
#include "records/warc_reader.h"
#include "records/warc_records.h"
#include "records/xml_elements.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace tela::records {

namespace fs = std::filesystem;

namespace {

using base::Error;
using base::Failure;

/// No saved page is larger.
constexpr std::uint64_t largest_page = std::uint64_t{16} << 20U;

constexpr std::array<std::pair<std::string_view, SourceFormat>, 17> extensions{{
    {".txt", SourceFormat::page},
    {".text", SourceFormat::page},
    {".page", SourceFormat::page},
    {".md", SourceFormat::markdown},
    {".markdown", SourceFormat::markdown},
    {".html", SourceFormat::html},
    {".htm", SourceFormat::html},
    {".xhtml", SourceFormat::html},
    {".csv", SourceFormat::table},
    {".tsv", SourceFormat::table},
    {".tab", SourceFormat::table},
    {".xlsx", SourceFormat::table},
    {".ods", SourceFormat::table},
    {".jsonl", SourceFormat::json_lines},
    {".ndjson", SourceFormat::json_lines},
    {".warc", SourceFormat::web_archive},
    {".wet", SourceFormat::web_archive}, // of converted pages, by Common Crawl
}};

constexpr std::array<std::pair<std::string_view, SourceFormat>, 5> roots{{
    {"records", SourceFormat::record_xml},
    {"record", SourceFormat::record_xml},
    {"iati-activities", SourceFormat::iati_xml},
    {"iati-activity", SourceFormat::iati_xml},
    {"html", SourceFormat::html},
}};

template<std::size_t N>
std::optional<SourceFormat>
look_up(const std::array<std::pair<std::string_view, SourceFormat>, N>& table,
        std::string_view key) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [key](const auto& entry) { return entry.first == key; });
  if (found == table.end()) return std::nullopt;
  return found->second;
}

/// ".csv" of "projects.CSV.gz".
std::string lower_extension(const fs::path& path) {
  return base::ascii_lower(
      fs::path(base::without_compression_suffix(path.native())).extension().string());
}

/// The first bytes of the file, unpacked; empty when it cannot be read.
std::string beginning_of(const fs::path& path) {
  constexpr std::size_t enough = std::size_t{1} << 16U;
  try {
    std::string text(enough, '\0');
    text.resize(base::InputStream(path).read(text));
    return text;
  } catch (const Error&) {
    return {};
  }
}

/// The name of the root element; empty when the file does not begin with one.
std::string root_name(std::string_view xml) {
  try {
    return base::xml_root_name(xml).value_or("");
  } catch (const Error&) {
    return {};
  }
}

/// The format that the root element tells. XML that is not well-formed so early has no root: it is
/// left to a reader, which will say where the fault is.
std::optional<SourceFormat> format_of_xml(std::string_view beginning) {
  try {
    const auto root = base::xml_root_name(beginning);
    return root ? look_up(roots, *root) : std::nullopt;
  } catch (const Error&) {
    return SourceFormat::record_xml;
  }
}

/// A record has its kind; JSON-LD and other JSON has not.
bool looks_like_json_records(std::string_view text) {
  const auto kind = text.substr(0, text.find('\n')).find("\"kind\"");
  return text.starts_with('{') && kind != std::string_view::npos;
}

std::string page_text(const fs::path& path) {
  if (base::InputStream(path).compression() == base::Compression::none)
    return base::read_file(path, largest_page);
  return std::string(base::FileText(path, {.bytes = largest_page}).text());
}

/// Tells the lines of places that come in order.
class LineCount {
 public:
  explicit LineCount(std::string_view text) : text_(text) {}
  std::uint64_t at(std::uint64_t offset) {
    for (; counted_ < std::min<std::uint64_t>(offset, text_.size()); ++counted_)
      line_ += text_[counted_] == '\n' ? 1 : 0;
    return line_;
  }

 private:
  std::string_view text_;
  std::uint64_t counted_ = 0;
  std::uint64_t line_ = 1;
};

/// Reads a whole page and hands its records over, the first with the page's beginning as its place,
/// others with the line of their title.
template<class Reader>
Ledger read_whole_page(const fs::path& path, RecordSink& sink, Reader reader) {
  const std::string text = page_text(path);
  std::vector<Record> records = reader(path.string(), text);
  LineCount lines(text);
  for (std::size_t i = 0; i < records.size(); ++i) {
    const std::uint64_t line = i == 0 ? 1 : lines.at(records[i].title.span.start);
    sink.accept(std::move(records[i]), base::Place{path.string(), line, 1});
  }
  Ledger ledger;
  ledger.read = ledger.accepted = records.size();
  return ledger;
}

std::string expand_name(const ColumnProperty& property, const TableMapping& mapping,
                        const ExpandName& expand) {
  auto iri = expand(property.name);
  if (!iri)
    throw Error(Failure::input, base::Place{mapping.source},
                "'" + property.name + "' is no property",
                "write an IRI, or a name with a prefix that Tela knows, such as tela:sector");
  return std::move(*iri);
}

/// How a table is to be read. Properties get their IRIs.
TableMapping mapping_of(const fs::path& path, const ExpandName& expand) {
  TableMapping mapping;
  if (const auto file = mapping_beside(path))
    mapping = parse_table_mapping(file->string(), base::read_file(*file));
  if (mapping.sheet && !is_spreadsheet(path))
    throw Error(Failure::input, base::Place{mapping.source}, "a sheet, though the table has none",
                "leave 'sheet = " + *mapping.sheet + "' out");
  const bool by_tabs = lower_extension(path) != ".csv" && !is_spreadsheet(path);
  if (!mapping.separator && by_tabs) mapping.separator = '\t';
  if (is_spreadsheet(path)) mapping.separator = ','; // of the text that it becomes
  for (auto& [column, use] : mapping.columns)
    if (use.property && expand) use.property->name = expand_name(*use.property, mapping, expand);
  return mapping;
}

struct TableSource {
  OpenTable open; ///< the texts that it gives live no longer than it does
  std::vector<std::string> notes;
};

/// A table as UTF-8.
TableSource table_source(const fs::path& path, TextEncoding encoding, const TableMapping& mapping) {
  if (!is_spreadsheet(path)) return {[=] { return SlidingText(path, encoding); }, {}};
  auto table = std::make_shared<const SpreadsheetTable>(read_spreadsheet(path, mapping.sheet));
  return {[source = path.string(), table] { return SlidingText(source, table->text); },
          table->notes};
}

TextEncoding encoding_of_table(const fs::path& path) {
  return is_spreadsheet(path) ? TextEncoding::utf8 : encoding_of(path);
}

Ledger read_table_file(const fs::path& path, RecordSink& sink, const ReadOptions& options) {
  const TextEncoding encoding = encoding_of_table(path);
  const TableMapping mapping = mapping_of(path, options.expand);
  TableSource source = table_source(path, encoding, mapping);
  if (encoding != TextEncoding::utf8)
    source.notes.push_back("read as " + std::string(to_string(encoding)) +
                           ", since it is not UTF-8");
  Ledger ledger = read_table(source.open, mapping, sink);
  for (std::string& note : source.notes) note.insert(0, path.string() + ": ");
  ledger.notes.insert(ledger.notes.begin(), source.notes.begin(), source.notes.end());
  return ledger;
}

/// A file that is no spreadsheet, whatever its name, holds no records.
bool looks_like_spreadsheet_of_records(const fs::path& path) {
  try {
    const TableMapping mapping = mapping_of(path, {});
    const TableSource source = table_source(path, TextEncoding::utf8, mapping);
    SlidingText text = source.open();
    return is_table_of_records(text, mapping);
  } catch (const Error&) {
    return false;
  }
}

[[noreturn]] void refuse_unknown(const fs::path& path) {
  constexpr std::size_t shown = 64;
  const std::string beginning = beginning_of(path);
  const std::string root = root_name(beginning).substr(0, shown);
  if (lower_extension(path) == ".xml" && !root.empty())
    throw Error(Failure::input, base::Place{path.string()},
                "no format of records has the root <" + root + ">",
                "give IATI activities (<iati-activities>), record XML (<records>) or XHTML");
  throw Error(Failure::input, base::Place{path.string()}, "no format of records is known for it",
              "give .txt, .md, .html, .xml, .csv, .tsv, .xlsx, .ods, .jsonl or .warc");
}

void check_file(const fs::path& path) {
  if (fs::is_directory(path))
    throw Error(Failure::input, base::Place{path.string()}, "a folder, not a file",
                "give the files in it");
  (void)base::InputStream(path); // says why when it cannot be opened
  const std::string beginning = beginning_of(path);
  const bool utf16 = beginning.starts_with("\xFF\xFE") || beginning.starts_with("\xFE\xFF");
  const auto format = source_format(path);
  const bool may_hold_nul = is_spreadsheet(path) || format == SourceFormat::web_archive ||
                            (utf16 && format == SourceFormat::table);
  if (!may_hold_nul && (lower_extension(path) != ".xml" || beginning.empty()))
    check_not_binary(path.string(), beginning);
}

/// In front of a sink: looks at what the values of a record say together.
class CheckedValues final : public RecordSink {
 public:
  explicit CheckedValues(RecordSink& next) : next_(next) {}
  void accept(Record record, const base::Place& place) override {
    check_values(record);
    next_.accept(std::move(record), place);
  }
  void reject(const Error& error) override { next_.reject(error); }

 private:
  RecordSink& next_;
};

/// Reads a file that is no table.
Ledger read_records(const fs::path& path, SourceFormat format, RecordSink& sink,
                    const ReadOptions& options) {
  if (format == SourceFormat::page) return read_whole_page(path, sink, read_page);
  if (format == SourceFormat::markdown) return read_whole_page(path, sink, read_markdown_page);
  if (format == SourceFormat::html) return read_whole_page(path, sink, read_html_page);
  SlidingText text(path);
  switch (format) {
  case SourceFormat::record_xml:
    return read_record_xml(text, sink);
  case SourceFormat::iati_xml:
    return read_iati(text, options.transactions, sink);
  case SourceFormat::json_lines:
    return read_json_lines(text, sink);
  case SourceFormat::web_archive:
    return read_warc(text, sink);
  default:
    refuse_unknown(path);
  }
}

} // namespace

std::string_view to_string(SourceFormat format) {
  switch (format) {
  case SourceFormat::page:
    return "page text";
  case SourceFormat::markdown:
    return "Markdown";
  case SourceFormat::html:
    return "HTML";
  case SourceFormat::record_xml:
    return "record XML";
  case SourceFormat::iati_xml:
    return "IATI XML";
  case SourceFormat::table:
    return "table";
  case SourceFormat::json_lines:
    return "JSON Lines";
  case SourceFormat::web_archive:
    return "web archive";
  }
  return {};
}

std::optional<SourceFormat> source_format(const fs::path& path) {
  const std::string extension = lower_extension(path);
  if (extension == ".xml") return format_of_xml(beginning_of(path));
  if (extension == ".json" && looks_like_json_records(beginning_of(path)))
    return SourceFormat::json_lines;
  return look_up(extensions, extension);
}

bool is_record_file(const fs::path& path) {
  return source_format(path).has_value();
}

bool looks_like_records(const fs::path& path) {
  const auto format = source_format(path);
  // A README beside the sources is none of them.
  if (format == SourceFormat::markdown) return beginning_of(path).starts_with("---");
  if (format != SourceFormat::table || mapping_beside(path)) return format.has_value();
  if (is_spreadsheet(path)) return looks_like_spreadsheet_of_records(path);
  SlidingText text(path, encoding_of(path));
  return is_table_of_records(text, mapping_of(path, {}));
}

std::optional<fs::path> mapping_beside(const fs::path& path) {
  fs::path file = std::string(base::without_compression_suffix(path.native())) + ".map";
  std::error_code no_such_file;
  if (look_up(extensions, lower_extension(path)) != SourceFormat::table ||
      !fs::exists(file, no_such_file) || fs::is_empty(file, no_such_file))
    return std::nullopt;
  return file;
}

Ledger read_source(const fs::path& path, RecordSink& sink, const ReadOptions& options) {
  check_file(path);
  const auto format = source_format(path);
  if (!format) refuse_unknown(path);
  CheckedValues checked(sink);
  if (*format == SourceFormat::table) return read_table_file(path, checked, options);
  SameIds same_ids(checked);
  Ledger ledger = read_records(path, *format, same_ids, options);
  for (const std::string& note : same_ids.notes())
    ledger.notes.push_back(path.string() + ": " + note);
  return ledger;
}

void check_source(const fs::path& path) {
  check_file(path);
  const auto format = source_format(path);
  const bool is_xml = format == SourceFormat::record_xml || format == SourceFormat::iati_xml;
  if (!is_xml && format != SourceFormat::web_archive) return;
  SlidingText text(path);
  is_xml ? check_well_formed(text) : check_warc(text);
}

std::string suggested_mapping(const fs::path& path) {
  check_file(path);
  if (source_format(path) != SourceFormat::table)
    throw Error(Failure::input, base::Place{path.string()}, "is no table",
                "give .csv, .tsv, .xlsx or .ods");
  return suggest_mapping(table_source(path, encoding_of_table(path), mapping_of(path, {})).open);
}

} // namespace tela::records
