#include "records/currency.h"

#include "base/ascii.h"
#include "records/label_key.h"

#include <unicode/ucurr.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace tela::records {

namespace {

using Entry = std::pair<std::string_view, std::string_view>;

/// Signs, compared byte by byte.
constexpr std::array<Entry, 44> signs{{
    {"$", "USD"},    {"US$", "USD"}, {"U$S", "USD"}, {"U$", "USD"},  {"$US", "USD"}, {"€", "EUR"},
    {"£", "GBP"},    {"R$", "BRL"},  {"A$", "AUD"},  {"AU$", "AUD"}, {"CA$", "CAD"}, {"$CA", "CAD"},
    {"CAD$", "CAD"}, {"NZ$", "NZD"}, {"HK$", "HKD"}, {"S$", "SGD"},  {"SG$", "SGD"}, {"NT$", "TWD"},
    {"MX$", "MXN"},  {"RD$", "DOP"}, {"J$", "JMD"},  {"TT$", "TTD"}, {"BZ$", "BZD"}, {"EC$", "XCD"},
    {"S/", "PEN"},   {"S/.", "PEN"}, {"₡", "CRC"},   {"₲", "PYG"},   {"₱", "PHP"},   {"₹", "INR"},
    {"₦", "NGN"},    {"₵", "GHS"},   {"GH₵", "GHS"}, {"₩", "KRW"},   {"₪", "ILS"},   {"₫", "VND"},
    {"₺", "TRY"},    {"₴", "UAH"},   {"₽", "RUB"}, {"₸", "KZT"},   {"₾", "GEL"}, {"฿", "THB"},
    {"zł", "PLN"},   {"Kč", "CZK"},
}};

/// Words, as label_key() writes them.
constexpr std::array<Entry, 34> words{{
    {"dollar", "USD"},
    {"dollars", "USD"},
    {"us dollar", "USD"},
    {"us dollars", "USD"},
    {"dollars us", "USD"},
    {"dollars americains", "USD"},
    {"dollars des etats unis", "USD"},
    {"united states dollars", "USD"},
    {"dolar", "USD"},
    {"dolares", "USD"},
    {"dolares estadounidenses", "USD"},
    {"dolares americanos", "USD"},
    {"dolares de los estados unidos", "USD"},
    {"dolares ee uu", "USD"},
    {"euro", "EUR"},
    {"euros", "EUR"},
    {"pounds sterling", "GBP"},
    {"livres sterling", "GBP"},
    {"libras esterlinas", "GBP"},
    {"swiss francs", "CHF"},
    {"francs suisses", "CHF"},
    {"francos suizos", "CHF"},
    {"japanese yen", "JPY"},
    {"yens japonais", "JPY"},
    {"yenes japoneses", "JPY"},
    {"canadian dollars", "CAD"},
    {"dollars canadiens", "CAD"},
    {"dolares canadienses", "CAD"},
    {"australian dollars", "AUD"},
    {"dollars australiens", "AUD"},
    {"dolares australianos", "AUD"},
    {"pesos mexicanos", "MXN"},
    {"lempiras", "HNL"},
    {"quetzales", "GTQ"},
}};

template<std::size_t N>
std::optional<std::string> look_up(const std::array<Entry, N>& table, std::string_view text) {
  const auto found = std::ranges::find(table, text, &Entry::first);
  if (found == table.end()) return std::nullopt;
  return std::string(found->second);
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// The code of three Latin letters in upper case; nothing for any other text.
std::optional<std::string> upper_code(std::string_view text) {
  const std::string code = base::ascii_upper(text);
  const bool letters = std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (code.size() != 3 || !letters) return std::nullopt;
  return code;
}

bool is_currency(std::string_view code) {
  const std::u16string wide(code.begin(), code.end());
  constexpr double always = std::numeric_limits<double>::max();
  UErrorCode error = U_ZERO_ERROR;
  return ucurr_isAvailable(wide.c_str(), -always, always, &error) != 0 && U_SUCCESS(error) != 0;
}

} // namespace

std::optional<std::string> currency_named(std::string_view text) {
  text = trimmed(text);
  if (auto code = upper_code(text); code && is_currency(*code)) return code;
  if (auto code = look_up(signs, text)) return code;
  return look_up(words, label_key(text));
}

bool has_cents_at_most(std::string_view code) {
  if (!upper_code(code)) return true;
  const std::u16string wide(code.begin(), code.end());
  UErrorCode error = U_ZERO_ERROR;
  return ucurr_getDefaultFractionDigits(wide.c_str(), &error) <= 2 || U_FAILURE(error) != 0;
}

} // namespace tela::records
