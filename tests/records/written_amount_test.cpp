#include "records/currency.h"
#include "records/written_amount.h"

#include <catch2/catch.hpp>

using namespace tela::records;

namespace {

/// "105000.00 USD", or "none".
std::string read(std::string_view value, DecimalMark mark = DecimalMark::unknown,
                 const AmountUnit& otherwise = {}) {
  const AmountReading reading = read_written_amount(value, mark, otherwise);
  if (!reading.amount) return "none";
  return *reading.amount + (reading.currency.empty() ? "" : ' ' + reading.currency);
}

} // namespace

TEST_CASE("amounts are grouped by spaces, points, commas and apostrophes") {
  CHECK(read("105,000") == "105000.00");
  CHECK(read("81500.00") == "81500.00");
  CHECK(read("1.234.567,5") == "1234567.50");
  CHECK(read("15 000") == "15000.00");
  CHECK(read("15\u00A0000,25 $") == "15000.25 USD");
  CHECK(read("15\u202F000,25 €") == "15000.25 EUR");
  CHECK(read("1'234'567.89 CHF") == "1234567.89 CHF");
  CHECK(read("1’234’567") == "1234567.00");
  CHECK(read("12,34,567.50") == "1234567.50"); // as in India
  CHECK(read("0.125") == "0.125");
  CHECK(read("81500.005") == "81500.005");
  CHECK(read("39,5") == "39.50");
  CHECK(read("007") == "7.00");
  for (const char* bad : {"", "n/a", "10-20", "1,23,4", "12 34", "1.234.56", "1,234,56",
                          "0,125,000", "5 000 6 000", "1..5", "12x"})
    CHECK(read(bad) == "none");
}

TEST_CASE("a sign is part of an amount, brackets are an accountant's") {
  CHECK(read("-500") == "-500.00");
  CHECK(read("−500 €") == "-500.00 EUR");
  CHECK(read("USD -1,250.50") == "-1250.50 USD");
  CHECK(read("-USD 1,250.50") == "-1250.50 USD");
  CHECK(read("(1,234.00)") == "-1234.00");
  CHECK(read("$ (500)") == "-500.00 USD");
  CHECK(read("+7") == "7.00");
  CHECK(read("-0.00") == "0.00");
}

TEST_CASE("multipliers in three languages, exponents") {
  CHECK(read("2.5 million") == "2500000.00");
  CHECK(read("2,5 millions d'euros") == "2500000.00 EUR");
  CHECK(read("USD 2,5 millones") == "2500000.00 USD");
  CHECK(read("1 millón de dólares") == "1000000.00 USD");
  CHECK(read("2,4 milliards de dollars") == "2400000000.00 USD");
  CHECK(read("3 mil millones") == "3000000000.00");
  CHECK(read("100k") == "100000.00");
  CHECK(read("$2.5M") == "2500000.00 USD");
  CHECK(read("10 M€") == "10000000.00 EUR");
  CHECK(read("12 Mds €") == "12000000000.00 EUR");
  CHECK(read("5 thousand") == "5000.00");
  CHECK(read("2e+06") == "2000000.00");
  CHECK(read("2.5E6 EUR") == "2500000.00 EUR");
  CHECK(read("1,234E+06") == "1234000.00");
  CHECK(read("-5e-3") == "-0.005");
  CHECK(read("2.5 mil") == "none");       // a thousand or a million
  CHECK(read("1.234 million") == "none"); // decimals or thousands
  CHECK(read("2 squillion") == "none");
}

TEST_CASE("currencies by code, sign and words, on either side") {
  CHECK(read("USD 1,234,567.89") == "1234567.89 USD");
  CHECK(read("500 eur") == "500.00 EUR");
  CHECK(read("£500") == "500.00 GBP");
  CHECK(read("R$ 500") == "500.00 BRL");
  CHECK(read("US$ 5") == "5.00 USD");
  CHECK(read("500 francs suisses") == "500.00 CHF");
  CHECK(read("500 XOF") == "500.00 XOF");
  CHECK(read("500 dólares estadounidenses") == "500.00 USD");
  CHECK(read("USD 500 $") == "500.00 USD");
  CHECK(read("USD 500 €") == "none");
  CHECK(read("ABC 500") == "none");
  CHECK(read("kr 500") == "none"); // four currencies
  CHECK(read("10%") == "none");
  CHECK(read("10 % of 500") == "none");
  CHECK(read("500 approx.") == "none");
}

TEST_CASE("every currency of ISO 4217 that stands in a budget of today is known") {
  for (const char* code :
       {"AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT",
        "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD",
        "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD",
        "EGP", "ERN", "ETB", "EUR", "FJD", "GBP", "GEL", "GHS", "GMD", "GNF", "GTQ", "GYD", "HKD",
        "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES",
        "KGS", "KHR", "KMF", "KRW", "KWD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD",
        "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN",
        "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN",
        "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SLE",
        "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY",
        "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VES", "VND", "VUV", "WST", "XAF",
        "XCD", "XDR", "XOF", "XPF", "YER", "ZAR", "ZMW"}) {
    CAPTURE(code);
    CHECK(currency_named(code) == code);
  }
  for (const char* other : {"", "ABC", "TTC", "IDF", "NEW", "US", "USDD", "¥", "C$"}) {
    CAPTURE(other);
    CHECK_FALSE(currency_named(other));
  }
}

TEST_CASE("a lone mark with three digits behind it parts thousands, unless something else tells") {
  CHECK(read("1.234") == "1234.00");
  CHECK(read("1.234 USD") == "1234.00 USD");
  CHECK(read_written_amount("1.234").note.find("two decimals") != std::string::npos);
  CHECK(read_written_amount("1,234").note.empty());
  CHECK(read("1.234", DecimalMark::point) == "1.234");
  CHECK(read("1,234", DecimalMark::comma) == "1.234");
  CHECK(read("1.234", DecimalMark::disputed) == "none");
  CHECK(read("1.234 TND") == "none"); // dinars have three decimals
  CHECK(read("5", {}, {"EUR", 6}) == "5000000.00 EUR");
  CHECK(read("5 k", {}, {"EUR", 6}) == "5000.00 EUR");
}

TEST_CASE("units of amounts") {
  CHECK(read_unit("EUR")->currency == "EUR");
  CHECK(read_unit("EUR million")->exponent == 6);
  CHECK(read_unit("million EUR")->currency == "EUR");
  CHECK(read_unit("in thousands")->exponent == 3);
  CHECK(read_unit("M€")->exponent == 6);
  CHECK_FALSE(read_unit("total"));
  CHECK_FALSE(read_unit(""));
}
