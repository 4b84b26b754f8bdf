#pragma once

#include "server/connection.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tela::server {

/// Where connections are taken from: "127.0.0.1:7878", "[::1]:7878", "unix:/run/tela.sock", or
/// "systemd" for the sockets that systemd hands over (sd_listen_fds(3)).
struct Address {
  std::string text;
  [[nodiscard]] bool is_local() const; ///< loopback or a Unix socket
};

/// How many clients there may be.
struct ClientLimits {
  std::size_t connections = 512;
  std::size_t per_address = 32;
};

/// Takes connections, starts each and owns it until it ends. All members are called on the thread
/// of `io`.
class Listener {
 public:
  /// How often the connections are asked whether their time is over or their client has left: one
  /// timer for all, since one of its own for each would cost more than a short request.
  static constexpr std::chrono::milliseconds look_interval{20};

  /// Keeps references to all but `clients`.
  Listener(boost::asio::io_context& io, const ConnectionLimits& limits, ClientLimits clients,
           Dispatcher& dispatcher);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  /// Opens an address. Returns what people call it, with the port that the system chose for port 0.
  /// Throws Error(input) when it cannot be had, Error(usage) when it is no address.
  std::string listen(const Address& address);

  /// No more connections; those that wait for a request are closed, others after their response.
  void stop_accepting();
  /// Ends all connections.
  void stop();

  [[nodiscard]] std::size_t connections() const noexcept { return open_.size(); }

 private:
  class Acceptor;
  template<class Protocol>
  class AcceptorOf;

  template<class Protocol>
  std::string open(typename Protocol::endpoint endpoint);
  std::string open_inherited();
  void accept(Connection::Socket socket, const std::string& peer);
  void ended(const Connection& connection, const std::string& peer);
  void look_soon();
  /// Those that are open now; while they are visited, some may end.
  [[nodiscard]] std::vector<std::shared_ptr<Connection>> all() const;

  boost::asio::io_context& io_;
  const ConnectionLimits& limits_;
  ClientLimits clients_;
  Dispatcher& dispatcher_;
  std::vector<std::unique_ptr<Acceptor>> acceptors_;
  std::map<const Connection*, std::shared_ptr<Connection>> open_;
  std::map<std::string, std::size_t> per_address_;
  boost::asio::steady_timer look_timer_;
  std::string unix_path_; // removed at the end
};

} // namespace tela::server
