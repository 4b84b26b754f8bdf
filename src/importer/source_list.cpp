#include "importer/source_list.h"

#include "importer/content_hash.h"
#include "importer/rdf_source.h"
#include "records/source_reader.h"

namespace tela::importer {

namespace {

namespace fs = std::filesystem;

// A file that cannot be opened is told when it is read.
std::optional<redland::Syntax> syntax_of_named(const fs::path& path) {
  try {
    return rdf_syntax_of_named(path.string());
  } catch (const base::Error&) {
    return std::nullopt;
  }
}

} // namespace

std::string source_hash(const fs::path& path) {
  std::string hash = content_hash(path);
  if (const auto mapping = records::mapping_beside(path)) hash += '+' + content_hash(*mapping);
  return hash;
}

std::optional<SourceReport> describe_source(const SourceFile& file) {
  const fs::path& path = file.path;
  const auto format = records::source_format(path);
  const auto syntax = format || !file.named ? rdf_syntax(path.string()) : syntax_of_named(path);
  const bool is_source = format ? records::looks_like_records(path) : syntax.has_value();
  if (!file.named && !is_source) return std::nullopt;
  SourceReport source;
  source.path = path.string();
  source.name = file.name;
  source.is_rdf = !format && syntax;
  if (source.is_rdf) source.format = redland::info(*syntax).label;
  if (format) source.format = records::to_string(*format);
  attempt(source, [&] { source.hash = source_hash(path); });
  return source;
}

void attempt(SourceReport& source, const std::function<void()>& work) {
  try {
    work();
  } catch (const base::Error& error) {
    if (error.failure() == base::Failure::limit) throw;
    source.errors.push_back(error);
  }
}

} // namespace tela::importer
