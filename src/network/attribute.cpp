#include "network/attribute.h"

#include "base/require.h"

#include <utility>

namespace tela::network {

void append_to_list(std::string& list, std::string_view item) {
  if (!list.empty()) list += list_separator;
  for (const char c : item) {
    if (c == list_separator) {
      list += "%7C";
    } else {
      list += c;
    }
  }
}

std::vector<std::string_view> list_items(std::string_view list) {
  std::vector<std::string_view> items;
  while (!list.empty()) {
    const auto end = list.find(list_separator);
    items.push_back(list.substr(0, end));
    list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
  }
  return items;
}

Column::Column(Attribute attribute) : attribute_(std::move(attribute)) {
  switch (attribute_.type) {
  case ValueType::boolean:
    cells_ = std::vector<bool>();
    break;
  case ValueType::integer:
    cells_ = std::vector<std::int64_t>();
    break;
  case ValueType::real:
    cells_ = std::vector<double>();
    break;
  case ValueType::text:
  case ValueType::list:
    cells_ = Texts();
    break;
  }
}

void Column::push(const Value& value) {
  present_.push_back(has_value(value));
  std::visit(
      [&]<class Cells>(Cells& cells) {
        if constexpr (std::is_same_v<Cells, Texts>) {
          if (has_value(value)) cells.bytes += std::get<std::string_view>(value);
          cells.ends.push_back(cells.bytes.size());
        } else {
          using Cell = typename Cells::value_type;
          cells.push_back(has_value(value) ? std::get<Cell>(value) : Cell{});
        }
      },
      cells_);
}

Value Column::operator[](std::size_t at) const {
  base::require(at < present_.size(), "at < size()");
  if (!present_[at]) return {};
  return std::visit(
      [&]<class Cells>(const Cells& cells) -> Value {
        if constexpr (std::is_same_v<Cells, Texts>) {
          const std::uint64_t begin = at == 0 ? 0 : cells.ends[at - 1];
          return std::string_view(cells.bytes).substr(begin, cells.ends[at] - begin);
        } else {
          return typename Cells::value_type(cells[at]);
        }
      },
      cells_);
}

} // namespace tela::network
