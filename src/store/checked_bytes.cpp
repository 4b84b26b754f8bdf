#include "store/checked_bytes.h"

#include "store/bytes.h"

#include <xxhash.h>

#include <string>

namespace tela::store {

CheckedBytes::CheckedBytes(std::string_view file, const FileHeader& header)
    : bytes_(file.substr(0, header.sections.back().offset)),
      checksums_(file.substr(header.sections.back().offset, header.sections.back().length)),
      shift_(static_cast<unsigned>(std::countr_zero(checksum_stretch(header.version)))),
      stretches_((bytes_.size() + stretch_bytes() - 1) >> shift_),
      good_(std::make_unique<std::atomic<bool>[]>(stretches_)) { // NOLINT(*-c-arrays)
  if (checksums_.size() != stretches_ * sizeof(std::uint64_t))
    fail_damaged("the checksums are cut short");
}

void CheckedBytes::read(std::uint64_t i) const {
  const std::uint64_t at = i << shift_;
  const std::string_view stretch = bytes_.substr(at, stretch_bytes());
  const auto expected = load<std::uint64_t>(checksums_.data() + i * sizeof(std::uint64_t));
  if (XXH3_64bits(stretch.data(), stretch.size()) != expected)
    fail_damaged(("bytes " + std::to_string(at) + " to " + std::to_string(at + stretch.size()) +
                  " do not match their checksum")
                     .c_str());
  good_[i].store(true, std::memory_order_relaxed);
}

} // namespace tela::store
