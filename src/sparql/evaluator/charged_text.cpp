#include "sparql/evaluator/charged_text.h"

#include <algorithm>

namespace tela::sparql::evaluator {

std::size_t heap_bytes(std::size_t capacity) {
  static const std::size_t inside = std::string().capacity();
  constexpr std::size_t of_allocator = 16;
  return capacity <= inside ? 0 : capacity + 1 + of_allocator;
}

std::optional<std::size_t> wanted_capacity(const std::string& text, std::size_t more) {
  const std::size_t needed = text.size() + more;
  if (needed <= text.capacity()) return std::nullopt;
  return std::max(needed, 2 * text.capacity());
}

void ChargedText::append(std::string_view piece, Reservation& memory) {
  if (const auto capacity = wanted_capacity(text_, piece.size())) {
    const std::size_t old = heap_bytes(text_.capacity());
    memory.add(heap_bytes(*capacity)); // both stand while one is copied to the other
    text_.reserve(*capacity);
    memory.give_back(old);
  }
  text_ += piece;
}

} // namespace tela::sparql::evaluator
