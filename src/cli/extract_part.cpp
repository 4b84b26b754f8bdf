#include "cli/extract_part.h"

#include "base/error.h"
#include "base/file_text.h"
#include "base/input_stream.h"
#include "cli/destination.h"
#include "cli/messages.h"
#include "cli/program.h"
#include "importer/part_extraction.h"

#include <charconv>

namespace tela::cli {

namespace {

importer::Share parse_share(const std::string& text) {
  importer::Share share;
  const char* end = text.data() + text.size();
  const auto part = std::from_chars(text.data(), end, share.part);
  const bool has_slash = part.ec == std::errc() && part.ptr != end && *part.ptr == '/';
  const auto of = std::from_chars(has_slash ? part.ptr + 1 : end, end, share.of);
  constexpr std::size_t most = 1'000'000;
  if (of.ec == std::errc() && of.ptr == end && share.part >= 1 && share.part <= share.of &&
      share.of <= most)
    return share;
  throw base::Error(base::Failure::usage, "'" + text + "' is no part",
                    "write 3/16 for the third of sixteen");
}

void print_report(const importer::ImportReport& report) {
  for (const auto& source : report.sources) {
    for (const base::Error& error : source.errors) print_error(error);
    for (const base::Error& error : source.rejections) print_error(error);
  }
  print_notes(report.warnings.texts);
  print_notes(report.ledger.notes);
  if (!report.skipped.empty())
    print_note(std::to_string(report.skipped.size()) + " files of the folders are no sources");
  print_note("records read " + std::to_string(report.ledger.read) + " = accepted " +
             std::to_string(report.ledger.accepted) + " + rejected " +
             std::to_string(report.ledger.rejected) + ", of " +
             std::to_string(report.sources.size()) + " files");
}

} // namespace

std::vector<std::string> listed_paths(const std::string& list) {
  std::string text;
  std::string block(std::size_t{1} << 16U, '\0');
  base::InputStream input(list == "-" ? "/dev/stdin" : list);
  while (const std::size_t count = input.read(block)) text.append(block, 0, count);
  std::vector<std::string> paths;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string path = text.substr(at, end - at);
    if (path.ends_with('\r')) path.pop_back();
    if (!path.empty()) paths.push_back(std::move(path));
    at = end + 1;
  }
  return paths;
}

void extract_part(const std::vector<std::string>& sources, const PartOptions& options,
                  const std::string& output) {
  const auto share = options.share.empty() ? importer::Share{} : parse_share(options.share);
  importer::ImportOptions reading;
  if (!options.base_iri.empty()) reading.base_iri = options.base_iri;
  Destination destination(output);
  const auto report = importer::extract_part(sources, share, reading, [&](std::string_view bytes) {
    interruption().check();
    destination.write(bytes);
  });
  print_report(report);
  if (!report.written) {
    print_note("the part was not finished: mend or leave out the sources above");
    throw Finished{Exit::input};
  }
  destination.commit();
}

} // namespace tela::cli
