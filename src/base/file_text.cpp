#include "base/file_text.h"

namespace tela::base {

FileText::FileText(const std::filesystem::path& path, UnpackLimits limits)
    : file_(std::in_place, path, MappedFile::Access::sequential) {
  if (compression_by_content(file_->text()) == Compression::none) return;
  unpacked_ = unpacked(path.string(), file_->text(), limits);
  file_.reset();
}

} // namespace tela::base
