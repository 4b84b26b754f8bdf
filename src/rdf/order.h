#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace tela::rdf {

/// The six orders in which triples can be sorted. Written to disk: do not renumber.
enum class Order : std::uint8_t { spo, sop, pso, pos, osp, ops };

inline constexpr std::array all_orders{Order::spo, Order::sop, Order::pso,
                                       Order::pos, Order::osp, Order::ops};

/// Which position of the triple (0 subject, 1 predicate, 2 object) stands first, second, third.
[[nodiscard]] constexpr std::array<std::uint8_t, 3> positions(Order order) noexcept {
  constexpr std::array<std::array<std::uint8_t, 3>, 6> table{
      {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}};
  return table[static_cast<std::size_t>(order)];
}

[[nodiscard]] constexpr std::string_view name(Order order) noexcept {
  constexpr std::array<std::string_view, 6> names{"SPO", "SOP", "PSO", "POS", "OSP", "OPS"};
  return names[static_cast<std::size_t>(order)];
}

} // namespace tela::rdf
