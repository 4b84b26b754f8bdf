#pragma once

#include "importer/importer.h"
#include "mapping/aliases.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A part of a build, read somewhere else: N-Quads whose comments tell what was read and that all
/// of it is there. The first line is the head, the last one the end, with the number and the hash
/// of what stands before; a part without its end is none.
namespace tela::importer {

/// Which part of how many.
struct Share {
  std::size_t part = 1; ///< from 1
  std::size_t of = 1;
  bool operator==(const Share&) const = default;
};

/// What is known of a part before it is read.
struct PartHead {
  Share share;
  std::string list;     ///< the hash of the whole list that it is a share of
  std::string settings; ///< what its statements depend on beside the sources
};

/// What a part says of itself.
struct PartContents {
  PartHead head;
  std::vector<SourceReport> sources; ///< what became of each, as after reading it
  std::vector<std::pair<std::string, std::string>> aliases; ///< Prima ids and project ids
  std::uint64_t statements = 0;
};

/// Where the bytes of a part go.
using PartOutput = std::function<void(std::string_view)>;

/// Writes the comments; the statements go through write(), each line whole.
class PartWriter {
 public:
  PartWriter(PartOutput output, const PartHead& head);
  ~PartWriter();
  PartWriter(const PartWriter&) = delete;
  PartWriter& operator=(const PartWriter&) = delete;

  void write(std::string_view lines);
  /// What was read, and the end. Throws Error(input) for a path that is no UTF-8.
  void finish(const std::vector<SourceReport>& sources, const mapping::Aliases& aliases);

 private:
  struct State;
  void comment(std::string_view kind, std::string_view json);
  std::unique_ptr<State> state_;
};

/// Whether the file at `path` begins as a part does. False when it cannot be opened.
[[nodiscard]] bool is_part_file(const std::filesystem::path& path);

/// Reads a part to its end and checks that it is whole. Throws Error(input) that names it when it
/// is cut or has been changed. Cost: one sequential read.
[[nodiscard]] PartContents check_part(const std::filesystem::path& path);

/// Pushes the statements of a part into `builder`. Throws Error(input) when they are not as many as
/// `contents` says.
void load_part(const std::filesystem::path& path, const PartContents& contents,
               store::Builder& builder, unsigned threads);

} // namespace tela::importer
