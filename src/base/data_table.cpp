#include "gazetteer/data_table.h"

#include "base/error.h"

#include <algorithm>

namespace tela::gazetteer {

namespace {

using base::Error;
using base::Failure;

/// Reads one field after the other; knows the line.
class FieldReader {
 public:
  FieldReader(const std::string& file, std::string_view text) : file_(file), text_(text) {}

  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  [[nodiscard]] std::uint64_t line() const { return line_; }

  /// Appends the fields up to the end of the line.
  void read_row(std::vector<std::string>& fields) {
    do {
      fields.push_back(at_ < text_.size() && text_[at_] == '"' ? quoted() : plain());
    } while (take(','));
    take('\r');
    take('\n');
  }

 private:
  std::string plain() {
    const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    std::string field(text_.substr(at_, end - at_));
    at_ = end;
    return field;
  }

  std::string quoted() {
    std::string field;
    const auto opened = line_;
    ++at_;
    while (at_ < text_.size()) {
      const char byte = text_[at_++];
      line_ += byte == '\n' ? 1 : 0;
      if (byte != '"') {
        field += byte;
      } else if (at_ < text_.size() && text_[at_] == '"') {
        field += text_[at_++];
      } else {
        return field;
      }
    }
    throw Error(Failure::input, base::Place{file_, opened, 0},
                "a quoted field has no closing quote",
                "put \" at its end and double quotes inside it");
  }

  bool take(char byte) {
    if (at_ >= text_.size() || text_[at_] != byte) return false;
    line_ += byte == '\n' ? 1 : 0;
    ++at_;
    return true;
  }

  const std::string& file_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
};

} // namespace

DataTable::DataTable(std::string file, std::string_view content) : file_(std::move(file)) {
  FieldReader reader(file_, content);
  if (reader.done()) throw Error(Failure::input, base::Place{file_, 0, 0}, "the table is empty");
  reader.read_row(header_);
  while (!reader.done()) {
    const auto line = reader.line();
    reader.read_row(fields_);
    lines_.push_back(line);
    if (fields_.size() != lines_.size() * header_.size())
      throw Error(Failure::input, base::Place{file_, line, 0},
                  "the row does not have the header's " + std::to_string(header_.size()) +
                      " fields",
                  "quote fields that hold commas");
  }
}

DataTable::Row DataTable::row(std::size_t index) const {
  return {lines_[index], std::span(fields_).subspan(index * header_.size(), header_.size())};
}

std::size_t DataTable::column(std::string_view name) const {
  const auto found = std::find(header_.begin(), header_.end(), name);
  if (found == header_.end())
    throw Error(Failure::input, base::Place{file_, 1, 0},
                "the table has no column " + std::string(name));
  return static_cast<std::size_t>(found - header_.begin());
}

void DataTable::fail(const Row& row, std::string message) const {
  throw Error(Failure::input, base::Place{file_, row.line, 0}, std::move(message));
}

std::vector<std::string_view> split_names(std::string_view text) {
  std::vector<std::string_view> names;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('|'), text.size());
    if (end > 0) names.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return names;
}

} // namespace tela::gazetteer
