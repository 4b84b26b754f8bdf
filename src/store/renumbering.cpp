#include "store/renumbering.h"

#include <bit>

namespace tela::store {

std::uint64_t Renumbering::next_used(std::uint64_t old) const noexcept {
  if (old >= count_) return count_;
  std::uint64_t bits = used_[old / block] & ~std::uint64_t{0} << (old % block);
  std::uint64_t at = old / block;
  while (bits == 0 && ++at < used_.size()) bits = used_[at];
  return bits == 0 ? count_ : at * block + static_cast<std::uint64_t>(std::countr_zero(bits));
}

void Renumbering::assign(std::uint64_t old, std::uint64_t now) {
  if (old / block != current_) {
    end_block();
    current_ = old / block;
  }
  now_[old % block] = now;
}

// What is not in use may become anything: so a block is in step when all that are in use are.
void Renumbering::end_block() {
  if (current_ >= used_.size() || used_[current_] == 0) return;
  const std::uint64_t bits = used_[current_];
  const auto lowest = static_cast<std::uint64_t>(std::countr_zero(bits));
  const std::uint64_t first =
      now_[lowest] - lowest; // wraps around where many are gone: listed then
  bool in_step = (first & listed) == 0;
  for (std::uint64_t i = lowest; i < block; ++i)
    if ((bits >> i & 1) != 0 && now_[i] != first + i) in_step = false;
  if (in_step) {
    blocks_[current_] = first;
    return;
  }
  blocks_[current_] = listed | listed_.size();
  listed_.insert(listed_.end(), now_.begin(), now_.end());
}

} // namespace tela::store
