#include "store/store_file.h"

#include "store/bytes.h"

#include <xxhash.h>

#include <algorithm>
#include <cstddef>

namespace tela::store {

namespace {

std::uint64_t aligned(std::uint64_t offset) {
  return (offset + section_alignment - 1) / section_alignment * section_alignment;
}

constexpr std::uint64_t stretch_bytes = checksum_stretch(format_version);

// Cuts the file into stretches, and keeps the checksum of each.
class Stretches {
 public:
  explicit Stretches(const std::function<void(std::string_view)>& output) : output_(output) {
    buffer_.reserve(stretch_bytes);
  }

  void append(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto piece = bytes.substr(0, stretch_bytes - buffer_.size());
      buffer_ += piece;
      bytes.remove_prefix(piece.size());
      if (buffer_.size() == stretch_bytes) end_stretch();
    }
  }

  void pad_to(std::uint64_t offset) { append(std::string(offset - size(), '\0')); }

  // The checksums stand behind all else and have none themselves.
  void finish() {
    end_stretch();
    output_(checksums_);
  }

 private:
  [[nodiscard]] std::uint64_t size() const { return written_ + buffer_.size(); }

  void end_stretch() {
    if (buffer_.empty()) return;
    append_raw(checksums_, std::uint64_t{XXH3_64bits(buffer_.data(), buffer_.size())});
    output_(buffer_);
    written_ += buffer_.size();
    buffer_.clear();
  }

  const std::function<void(std::string_view)>& output_;
  std::string buffer_, checksums_;
  std::uint64_t written_ = 0;
};

} // namespace

std::uint64_t StoreFile::Section::length() const noexcept {
  std::uint64_t bytes = front.size();
  for (const Spool* spool : spools) bytes += spool->size();
  return bytes;
}

void StoreFile::set(SectionKind kind, std::string front, std::vector<const Spool*> spools) {
  sections_[static_cast<std::size_t>(kind)] = {std::move(front), std::move(spools)};
}

FileHeader StoreFile::header(const Counts& counts) const {
  FileHeader header;
  header.counts = counts;
  std::uint64_t offset = aligned(sizeof header);
  for (std::size_t i = 0; i + 1 < section_count; ++i) {
    header.sections[i] = {offset, sections_[i].length()};
    offset = aligned(offset + sections_[i].length());
  }
  const std::uint64_t stretches = (offset + stretch_bytes - 1) / stretch_bytes;
  header.sections.back() = {offset, stretches * sizeof(std::uint64_t)};
  header.file_bytes = offset + header.sections.back().length;
  header.checksum = XXH3_64bits(&header, offsetof(FileHeader, checksum));
  return header;
}

std::uint64_t StoreFile::write(const Counts& counts,
                               const std::function<void(std::string_view)>& output) const {
  const FileHeader front = header(counts);
  Stretches stretches(output);
  stretches.append({reinterpret_cast<const char*>(&front), sizeof front});
  for (std::size_t i = 0; i + 1 < section_count; ++i) {
    stretches.pad_to(front.sections[i].offset);
    stretches.append(sections_[i].front);
    for (const Spool* spool : sections_[i].spools) {
      constexpr std::size_t piece_bytes = std::size_t{1} << 16U;
      SpoolReader reader(*spool, 0, spool->size());
      while (reader.left() != 0) {
        const std::string_view piece = reader.peek(piece_bytes);
        stretches.append(piece);
        reader.skip(piece.size());
      }
    }
  }
  stretches.pad_to(front.sections.back().offset);
  stretches.finish();
  return front.file_bytes;
}

} // namespace tela::store
