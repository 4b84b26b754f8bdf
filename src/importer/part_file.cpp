#include "importer/part_file.h"

#include "base/input_stream.h"
#include "base/json.h"
#include "base/utf8.h"
#include "importer/content_hash.h"
#include "importer/part_json.h"
#include "rdf/nquads_reader.h"
#include "store/nquads_loader.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tela::importer {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view mark = "# tela ";

[[noreturn]] void refuse(const fs::path& path, const std::string& message) {
  throw base::Error(base::Failure::input, base::Place{path.string()}, message,
                    "make this part again with tela extract -f nquads");
}

/// The line without `mark` and kind: "{…}" of "# tela end {…}\n"; empty when it is of another kind.
std::string_view content_of(std::string_view line, std::string_view kind) {
  if (!line.starts_with(mark)) return {};
  line.remove_prefix(mark.size());
  if (!line.starts_with(kind) || !line.substr(kind.size()).starts_with(' ')) return {};
  return line.substr(kind.size() + 1);
}

} // namespace

struct PartWriter::State {
  PartOutput output;
  ContentHash hash;
  std::uint64_t statements = 0;
};

PartWriter::PartWriter(PartOutput output, const PartHead& head)
    : state_(new State{std::move(output), {}, 0}) {
  comment("part", to_json(head));
}

PartWriter::~PartWriter() = default;

void PartWriter::write(std::string_view lines) {
  state_->statements += static_cast<std::uint64_t>(std::ranges::count(lines, '\n'));
  state_->hash.update(lines);
  state_->output(lines);
}

void PartWriter::comment(std::string_view kind, std::string_view json) {
  std::string line(mark);
  (((line += kind) += ' ') += json) += '\n';
  state_->hash.update(line);
  state_->output(line);
}

void PartWriter::finish(const std::vector<SourceReport>& sources, const mapping::Aliases& aliases) {
  for (const SourceReport& source : sources) {
    if (base::first_invalid_utf8(source.path))
      throw base::Error(base::Failure::input, base::Place{source.path},
                        "a name that is no UTF-8 cannot stand in a part", "rename the file");
    comment("source", to_json(source));
    for (const base::Error& error : source.rejections) comment("rejected", to_json(error));
  }
  aliases.for_each([&](std::string_view prima_id, std::string_view project_id) {
    comment("alias", alias_json(prima_id, project_id));
  });
  comment("end", end_json(state_->statements, state_->hash.hexadecimal()));
}

bool is_part_file(const fs::path& path) {
  try {
    std::string beginning(mark.size() + 5, '\0');
    beginning.resize(base::InputStream(path).read(beginning));
    return !content_of(beginning + ' ', "part").empty();
  } catch (const base::Error&) {
    return false;
  }
}

namespace {

/// Finds the comments of a part in pieces of its text, and what they say.
class PartCheck {
 public:
  explicit PartCheck(const fs::path& path) : path_(path) {}

  PartContents run() {
    base::InputStream input(path_);
    std::string block(std::size_t{1} << 20U, '\0');
    while (const std::size_t count = input.read(block))
      feed(std::string_view(block).substr(0, count));
    if (!line_.empty() || !ended_) refuse(path_, "the part ends before all of it was written");
    return std::move(contents_);
  }

 private:
  void feed(std::string_view text) {
    while (!text.empty()) {
      const auto end = text.find('\n');
      const std::string_view piece = text.substr(0, end == text.npos ? end : end + 1);
      text.remove_prefix(piece.size());
      if (line_.size() + piece.size() > rdf::NQuadsReader::max_line_bytes)
        refuse(path_, "a line of the part is too long");
      if (end == text.npos || !line_.empty()) line_ += piece;
      if (end == std::string_view::npos) return;
      line(line_.empty() ? piece : std::string_view(line_));
      line_.clear();
    }
  }

  void line(std::string_view line) {
    if (ended_) refuse(path_, "something stands behind the end of the part");
    const bool is_comment = line.starts_with('#');
    try {
      if (is_comment) comment(line);
    } catch (const nlohmann::json::exception&) {
      refuse(path_, "a comment of the part is damaged");
    }
    contents_.statements += is_comment ? 0 : 1;
    hash_.update(line);
  }

  void comment(std::string_view line) {
    if (const auto part = content_of(line, "part"); !part.empty()) contents_.head = head_of(part);
    if (const auto source = content_of(line, "source"); !source.empty())
      contents_.sources.push_back(source_of(source));
    if (const auto alias = content_of(line, "alias"); !alias.empty())
      contents_.aliases.push_back(alias_of(alias));
    if (const auto error = content_of(line, "rejected"); !error.empty()) {
      if (contents_.sources.empty()) refuse(path_, "a comment of the part is damaged");
      contents_.sources.back().rejections.push_back(error_of(error));
    }
    if (const auto end = content_of(line, "end"); !end.empty()) {
      if (end.substr(0, end.size() - 1) != end_json(contents_.statements, hash_.hexadecimal()))
        refuse(path_, "the part has been changed since it was written");
      ended_ = true;
    }
  }

  const fs::path& path_;
  PartContents contents_;
  ContentHash hash_;
  std::string line_; // of which the end has not come yet
  bool ended_ = false;
};

std::uint64_t load_packed(const fs::path& path, store::Builder& builder) {
  base::InputStream input(path);
  rdf::NQuadsReader reader(path.string(), rdf::NQuadsSyntax::nquads, builder);
  std::string block(std::size_t{1} << 20U, '\0');
  while (const std::size_t count = input.read(block))
    reader.feed(std::string_view(block).substr(0, count));
  reader.finish();
  return reader.statements();
}

} // namespace

PartContents check_part(const fs::path& path) {
  return PartCheck(path).run();
}

void load_part(const fs::path& path, const PartContents& contents, store::Builder& builder,
               unsigned threads) {
  const bool packed = base::InputStream(path).compression() != base::Compression::none;
  const std::uint64_t statements =
      packed ? load_packed(path, builder)
             : store::load_nquads(builder, path, rdf::NQuadsSyntax::nquads, {}, threads);
  if (statements != contents.statements)
    refuse(path, "the part has been changed while it was read");
}

} // namespace tela::importer
