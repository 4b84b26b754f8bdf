#pragma once

#include "store/term_table.h"

#include <cstdint>
#include <span>

namespace tela::store {

/// Sorts `numbers`, which index `terms`, by text (as bytes, which for UTF-8 is by code point) and
/// then by kind. Compares eight bytes at a time and looks at no byte more often than its place
/// among equal beginnings asks. Cost: O(n log n) comparisons of words for each eight bytes that
/// neighbours share.
void sort_terms(std::span<const BatchTerm> terms, std::span<std::uint32_t> numbers);

} // namespace tela::store
