#pragma once

#include <filesystem>
#include <string>

namespace tela::remote {

/// Who asks. Kept in files, so that nothing of it stands on a command line or in a log.
struct Credentials {
  std::string netrc; ///< path of a file in the form of curl's netrc: Basic or Digest by host
  std::string token; ///< sent as a Bearer; with `signing` as the session token of the keys
  /// "aws:amz:REGION:SERVICE": requests are signed (AWS Signature 4) with the keys that the netrc
  /// file has for the host: login and password.
  std::string signing;

  [[nodiscard]] bool any() const { return !netrc.empty() || !token.empty() || !signing.empty(); }
};

/// The first line of a file, without white space around it. Throws Error(input) when it cannot be
/// read or is empty, or when others may read it.
[[nodiscard]] std::string read_token(const std::filesystem::path& file);

/// Login and password of `host` in a netrc file. Throws Error(input) when it names neither the host
/// nor a default.
struct Login {
  std::string name, password;
};
[[nodiscard]] Login find_login(const std::filesystem::path& netrc, const std::string& host);

} // namespace tela::remote
