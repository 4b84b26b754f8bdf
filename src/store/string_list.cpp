#include "store/string_list.h"

#include "store/bytes.h"

namespace tela::store {

void StringList::append(std::string& out, const std::vector<std::string_view>& strings) {
  append_raw(out, std::uint64_t{strings.size()});
  std::uint64_t end = 0;
  for (const std::string_view string : strings) append_raw(out, end += string.size());
  for (const std::string_view string : strings) out += string;
}

StringList::StringList(std::string_view bytes) : size_(take<std::uint64_t>(bytes)) {
  if (size_ > bytes.size() / sizeof(std::uint64_t)) fail_damaged("a list of strings is cut short");
  ends_ = take_bytes(bytes, size_ * sizeof(std::uint64_t)).data();
  text_ = bytes;
}

std::string_view StringList::operator[](std::uint64_t i) const {
  const auto end_of = [&](std::uint64_t at) {
    return load<std::uint64_t>(ends_ + at * sizeof(std::uint64_t));
  };
  const std::uint64_t begin = i == 0 ? 0 : end_of(i - 1);
  const std::uint64_t end = end_of(i);
  if (begin > end || end > text_.size()) fail_damaged("a list of strings");
  return text_.substr(begin, end - begin);
}

} // namespace tela::store
