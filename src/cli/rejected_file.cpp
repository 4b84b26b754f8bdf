#include "cli/rejected_file.h"

#include "cli/destination.h"

namespace tela::cli {

namespace {

std::string csv_cell(std::string_view text) {
  std::string cell = "\"";
  for (const char c : text) cell.append(c == '"' ? 2 : 1, c);
  return cell += '"';
}

std::string number(std::uint64_t value) {
  return value == 0 ? std::string() : std::to_string(value);
}

} // namespace

void write_rejected(const importer::ImportReport& report, const std::string& path) {
  Destination destination(path);
  destination.write("file,line,column,reason,advice\r\n");
  for (const auto& source : report.sources)
    for (const base::Error& error : source.rejections) {
      const base::Place& place = error.place();
      destination.write(csv_cell(place.source.empty() ? source.path : place.source) + ',' +
                        number(place.line) + ',' + number(place.column) + ',' +
                        csv_cell(error.message()) + ',' + csv_cell(error.advice()) + "\r\n");
    }
  destination.commit();
}

} // namespace tela::cli
