#include "remote/credentials.h"

#include "base/error.h"
#include "base/file.h"

#include <optional>
#include <sstream>
#include <system_error>

namespace tela::remote {

namespace {

/// Throws when more people than the owner may read a file of secrets.
void check_private(const std::filesystem::path& file) {
  namespace fs = std::filesystem;
  std::error_code problem;
  const auto status = fs::status(file, problem);
  if (problem || !fs::is_regular_file(status)) return; // a pipe of the shell has no other readers
  if ((status.permissions() & (fs::perms::group_read | fs::perms::others_read)) != fs::perms::none)
    throw base::Error(base::Failure::input, base::Place{file.string()},
                      "others may read these credentials", "chmod 600 " + file.string());
}

} // namespace

std::string read_token(const std::filesystem::path& file) {
  check_private(file);
  const std::string text = base::read_file(file);
  constexpr std::string_view space = " \t\r\n";
  const auto begin = text.find_first_not_of(space);
  if (begin == std::string::npos)
    throw base::Error(base::Failure::input, base::Place{file.string()}, "holds no token",
                      "write the token on the first line");
  return text.substr(begin, text.find_first_of(space, begin) - begin);
}

Login find_login(const std::filesystem::path& netrc, const std::string& host) {
  check_private(netrc);
  std::istringstream words(base::read_file(netrc));
  std::optional<Login> found;
  bool here = false;
  for (std::string word; words >> word;) {
    if (word == "machine" || word == "default") {
      if (found) break;
      std::string name;
      here = word == "default" || (words >> name && name == host);
      if (here) found = Login{};
    } else if (here && word == "login") {
      words >> found->name;
    } else if (here && word == "password") {
      words >> found->password;
    }
  }
  if (!found || found->name.empty())
    throw base::Error(base::Failure::input, base::Place{netrc.string()}, "has no login for " + host,
                      "write: machine " + host + " login … password …");
  return *found;
}

} // namespace tela::remote
