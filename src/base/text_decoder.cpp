#include "base/text_decoder.h"

#include "base/error.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <algorithm>
#include <array>

namespace tela::base {

namespace {

/// Encodings in which every byte or unit can be told without what came long before it.
bool is_stateless(const UConverter* converter) {
  constexpr std::array types{UCNV_SBCS,
                             UCNV_MBCS,
                             UCNV_LATIN_1,
                             UCNV_UTF8,
                             UCNV_US_ASCII,
                             UCNV_UTF16_BigEndian,
                             UCNV_UTF16_LittleEndian,
                             UCNV_UTF16,
                             UCNV_UTF32_BigEndian,
                             UCNV_UTF32_LittleEndian,
                             UCNV_UTF32};
  return std::ranges::find(types, ucnv_getType(converter)) != types.end();
}

struct Close {
  void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Close>;

Converter open(const std::string& encoding) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding.c_str(), &error));
  if (U_FAILURE(error) || !is_stateless(converter.get()))
    throw Error(Failure::input, "the encoding \"" + encoding + "\" is not known",
                "save the file as UTF-8");
  return converter;
}

} // namespace

struct TextDecoder::Converters {
  explicit Converters(const std::string& encoding) : from(open(encoding)), to(open("UTF-8")) {
    UErrorCode error = U_ZERO_ERROR;
    ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  }

  Converter from, to;
  std::array<UChar, 4096> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();

  /// What was converted before bytes that are wrong.
  void append_pivot(std::string& out) {
    std::array<char, 3 * 4096> buffer{};
    char* target = buffer.data();
    const UChar* source = pivot_source;
    UErrorCode error = U_ZERO_ERROR;
    ucnv_fromUnicode(to.get(), &target, buffer.data() + buffer.size(), &source, pivot_target,
                     nullptr, true, &error);
    out.append(buffer.data(), static_cast<std::size_t>(target - buffer.data()));
  }
};

TextDecoder::TextDecoder(const std::string& encoding)
    : encoding_(encoding), converters_(std::make_unique<Converters>(encoding)) {}
TextDecoder::~TextDecoder() = default;
TextDecoder::TextDecoder(TextDecoder&&) noexcept = default;
TextDecoder& TextDecoder::operator=(TextDecoder&&) noexcept = default;

void TextDecoder::append(std::string& out, std::string_view bytes) {
  convert(out, bytes, false);
}

void TextDecoder::finish(std::string& out) {
  convert(out, "", true);
}

void TextDecoder::convert(std::string& out, std::string_view bytes, bool last) {
  Converters& c = *converters_;
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  UErrorCode error = U_BUFFER_OVERFLOW_ERROR;
  while (error == U_BUFFER_OVERFLOW_ERROR) {
    std::array<char, 8192> buffer{};
    char* target = buffer.data();
    error = U_ZERO_ERROR;
    ucnv_convertEx(c.to.get(), c.from.get(), &target, buffer.data() + buffer.size(), &source,
                   source_end, c.pivot.data(), &c.pivot_source, &c.pivot_target,
                   c.pivot.data() + c.pivot.size(), false, last, &error);
    out.append(buffer.data(), static_cast<std::size_t>(target - buffer.data()));
  }
  if (U_SUCCESS(error)) return;
  c.append_pivot(out);
  throw Error(Failure::input, "bytes that are no character of " + encoding_,
              "save the file as UTF-8");
}

} // namespace tela::base
