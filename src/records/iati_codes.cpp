#include "records/iati_codes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace tela::records {

namespace {

using Translation = std::pair<std::string_view, std::string_view>;

template<std::size_t N>
std::string_view translate(const std::array<Translation, N>& table, std::string_view code) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [code](const Translation& entry) { return entry.first == code; });
  return found == table.end() ? code : found->second;
}

constexpr std::array<Translation, 8> roles{{{"Funding", "1"},
                                            {"funding", "1"},
                                            {"Accountable", "2"},
                                            {"accountable", "2"},
                                            {"Extending", "3"},
                                            {"extending", "3"},
                                            {"Implementing", "4"},
                                            {"implementing", "4"}}};

constexpr std::array<std::string_view, 16> organisation_types{
    "10", "11", "15", "21", "22", "23", "24", "30", "40", "60", "70", "71", "72", "73", "80", "90"};

constexpr std::array<Translation, 4> date_types{
    {{"start-planned", "1"}, {"start-actual", "2"}, {"end-planned", "3"}, {"end-actual", "4"}}};

constexpr std::array<Translation, 9> transaction_types{{{"IF", "1"},
                                                        {"C", "2"},
                                                        {"D", "3"},
                                                        {"E", "4"},
                                                        {"IR", "5"},
                                                        {"LR", "6"},
                                                        {"R", "7"},
                                                        {"QP", "8"},
                                                        {"QS", "9"}}};

constexpr std::array<Translation, 8> sector_vocabularies{{{"", "1"},
                                                          {"DAC", "1"},
                                                          {"DAC-3", "2"},
                                                          {"COFOG", "3"},
                                                          {"NACE", "4"},
                                                          {"NTEE", "5"},
                                                          {"RO", "99"},
                                                          {"RO2", "98"}}};

// Recipient regions of the DAC beside the M49 regions of the same name, which hold about the same
// countries.
constexpr std::array<Translation, 18> dac_regions{{{"89", "150"},
                                                   {"189", "015"},
                                                   {"289", "202"},
                                                   {"298", "002"},
                                                   {"489", "005"},
                                                   {"498", "019"},
                                                   {"679", "034"},
                                                   {"798", "142"},
                                                   {"889", "009"},

                                                   {"1027", "014"},
                                                   {"1028", "017"},
                                                   {"1029", "018"},
                                                   {"1030", "011"},
                                                   {"1031", "029"},
                                                   {"1032", "013"},
                                                   {"1033", "054"},
                                                   {"1034", "057"},
                                                   {"1035", "061"}}};

} // namespace

bool is_organisation_type(std::string_view code) {
  return std::ranges::find(organisation_types, code) != organisation_types.end();
}

bool is_listed(std::string_view code, unsigned last) {
  const char* end = code.data() + code.size();
  unsigned number = 0;
  const auto [stop, error] = std::from_chars(code.data(), end, number);
  return error == std::errc{} && stop == end && number >= 1 && number <= last;
}

std::string_view organisation_role(std::string_view code) {
  return translate(roles, code);
}
std::string_view activity_date_type(std::string_view code) {
  return translate(date_types, code);
}
std::string_view transaction_type(std::string_view code) {
  return translate(transaction_types, code);
}
std::string_view sector_vocabulary(std::string_view code) {
  return translate(sector_vocabularies, code);
}
std::string_view region_vocabulary(std::string_view code) {
  return code.empty() ? "1" : code;
}

std::string_view m49_of_region(std::string_view code, std::string_view vocabulary) {
  if (vocabulary == "2") return code;
  if (vocabulary != "1") return {};
  const std::string_view region = translate(dac_regions, code);
  return region == code ? std::string_view() : region;
}

Status status_of_activity(std::string_view code) {
  constexpr std::array statuses{Status::planned,   Status::active,    Status::completed,
                                Status::completed, Status::cancelled, Status::suspended};
  if (code.size() != 1 || code < "1" || code > "6") return Status::unknown;
  return statuses[static_cast<std::size_t>(code.front() - '1')];
}

Coverage coverage_of_scope(std::string_view code) {
  if (code.size() != 1 || code < "1" || code > "8") return Coverage::unknown;
  if (code == "1") return Coverage::global;
  return code == "2" || code == "3" ? Coverage::regional : Coverage::national;
}

} // namespace tela::records
