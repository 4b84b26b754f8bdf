#include "gazetteer/char_class.h"

#include <unicode/uchar.h>

#include <array>

namespace tela::gazetteer {

namespace {

constexpr char32_t table_size = 0x250; // Basic Latin to Latin Extended-B

bool is_combining(UChar32 code_point) {
  return (U_GET_GC_MASK(code_point) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0;
}

CharClass class_by_icu(char32_t code_point) {
  const auto character = static_cast<UChar32>(code_point);
  if (is_combining(character) || u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
    return CharClass::ignorable;
  if (u_isalnum(character)) return CharClass::letter;
  if (u_isUWhiteSpace(character)) return CharClass::space;
  if (u_hasBinaryProperty(character, UCHAR_QUOTATION_MARK)) return CharClass::quote;
  return CharClass::mark;
}

CharClass compute_class(char32_t code_point) {
  switch (code_point) {
  case U'\n':
  case U'\r':
  case 0x2028:
  case 0x2029:
    return CharClass::newline;
  case U'\'':
  case U'`':
  case 0xB4:
  case 0x2BC:
  case 0x2018:
  case 0x2019:
    return CharClass::apostrophe;
  case U'-':
  case 0x2010:
  case 0x2011:
  case 0x2012:
  case 0x2013:
  case 0x2014:
  case 0x2212:
    return CharClass::hyphen;
  default:
    return class_by_icu(code_point);
  }
}

struct LatinTable {
  std::array<CharClass, table_size> classes{};
  std::array<bool, table_size> upper{};

  LatinTable() {
    for (char32_t code_point = 0; code_point < table_size; ++code_point) {
      classes[code_point] = compute_class(code_point);
      upper[code_point] = u_isUUppercase(static_cast<UChar32>(code_point)) != 0;
    }
  }
};

const LatinTable& latin() {
  static const LatinTable table;
  return table;
}

} // namespace

CharClass char_class(char32_t code_point) {
  return code_point < table_size ? latin().classes[code_point] : compute_class(code_point);
}

bool is_upper(char32_t code_point) {
  if (code_point < table_size) return latin().upper[code_point];
  const auto character = static_cast<UChar32>(code_point);
  return u_isUUppercase(character) != 0 || u_istitle(character) != 0;
}

} // namespace tela::gazetteer
