#include "server/listener.h"

#include "base/error.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>

namespace tela::server {

namespace asio = boost::asio;
using asio::ip::tcp;
using asio::local::stream_protocol;
using boost::system::error_code;

namespace {

constexpr std::string_view unix_prefix = "unix:";
constexpr int first_inherited = 3; // SD_LISTEN_FDS_START

[[noreturn]] void no_address(const std::string& text) {
  throw base::Error(base::Failure::usage, "'" + text + "' is no address to listen at",
                    "write 127.0.0.1:7878, [::1]:7878 or unix:/path/to/socket");
}

tcp::endpoint endpoint_of(const std::string& text) {
  const auto colon = text.rfind(':');
  if (colon == std::string::npos) no_address(text);
  std::string host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  if (host == "localhost") host = "127.0.0.1";
  std::uint16_t port = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data() + colon + 1, end, port);
  error_code wrong;
  const auto address = asio::ip::make_address(host, wrong);
  if (wrong || read.ec != std::errc() || read.ptr != end) no_address(text);
  return {address, port};
}

std::string name_of(const tcp::endpoint& endpoint) {
  const std::string host = endpoint.address().to_string();
  return "http://" + (endpoint.address().is_v6() ? "[" + host + "]" : host) + ":" +
         std::to_string(endpoint.port()) + "/";
}
std::string name_of(const stream_protocol::endpoint& endpoint) {
  return std::string(unix_prefix) + endpoint.path();
}

std::string peer_of(const tcp::endpoint& endpoint) {
  return endpoint.address().to_string();
}
std::string peer_of(const stream_protocol::endpoint&) {
  return "unix";
}

// A socket that an earlier server left is in the way of a new one; anything else is not ours to
// remove.
void remove_old_socket(const std::string& path) {
  struct stat found {};
  if (::lstat(path.c_str(), &found) == 0 && S_ISSOCK(found.st_mode)) ::unlink(path.c_str());
}

constexpr std::string_view too_many = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: "
                                      "5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

} // namespace

bool Address::is_local() const {
  if (text.starts_with(unix_prefix) || text == "systemd") return true;
  return endpoint_of(text).address().is_loopback();
}

class Listener::Acceptor {
 public:
  virtual ~Acceptor() = default;
  virtual void close() = 0;
};

template<class Protocol>
class Listener::AcceptorOf final : public Acceptor {
 public:
  AcceptorOf(typename Protocol::acceptor acceptor, Listener& listener)
      : acceptor_(std::move(acceptor)), retry_(acceptor_.get_executor()), listener_(listener) {
    next();
  }

  void close() override {
    error_code ignored;
    acceptor_.close(ignored);
    retry_.cancel();
  }

 private:
  void next() {
    acceptor_.async_accept([this](error_code error, typename Protocol::socket socket) {
      if (error == asio::error::operation_aborted) return;
      if (error) return wait();
      error_code left;
      const auto remote = socket.remote_endpoint(left);
      if (!left) listener_.accept(Connection::Socket(std::move(socket)), peer_of(remote));
      next();
    });
  }

  // Out of descriptors, for example: some become free when clients leave.
  void wait() {
    retry_.expires_after(std::chrono::milliseconds(100));
    retry_.async_wait([this](error_code error) {
      if (!error) next();
    });
  }

  typename Protocol::acceptor acceptor_;
  asio::steady_timer retry_;
  Listener& listener_;
};

Listener::Listener(asio::io_context& io, const ConnectionLimits& limits, ClientLimits clients,
                   Dispatcher& dispatcher)
    : io_(io), limits_(limits), clients_(clients), dispatcher_(dispatcher), look_timer_(io) {}

Listener::~Listener() {
  if (!unix_path_.empty()) ::unlink(unix_path_.c_str());
}

std::string Listener::listen(const Address& address) {
  if (address.text == "systemd") return open_inherited();
  if (!address.text.starts_with(unix_prefix)) return open<tcp>(endpoint_of(address.text));
  const std::string path = address.text.substr(unix_prefix.size());
  remove_old_socket(path);
  std::string name = open<stream_protocol>(stream_protocol::endpoint(path));
  unix_path_ = path;
  return name;
}

template<class Protocol>
std::string Listener::open(typename Protocol::endpoint endpoint) {
  try {
    typename Protocol::acceptor acceptor(io_, endpoint); // with SO_REUSEADDR
    std::string name = name_of(acceptor.local_endpoint());
    acceptors_.push_back(std::make_unique<AcceptorOf<Protocol>>(std::move(acceptor), *this));
    return name;
  } catch (const boost::system::system_error& error) {
    throw base::Error(base::Failure::input,
                      "cannot listen at " + name_of(endpoint) + ": " + error.code().message(),
                      "choose another with --bind");
  }
}

std::string Listener::open_inherited() {
  // NOLINTBEGIN(concurrency-mt-unsafe): threads start later
  const char* count = std::getenv("LISTEN_FDS");
  const char* process = std::getenv("LISTEN_PID");
  // NOLINTEND(concurrency-mt-unsafe)
  const bool handed_over = count != nullptr && std::string_view(count) == "1" &&
                           process != nullptr && process == std::to_string(::getpid());
  if (!handed_over)
    throw base::Error(base::Failure::input, "systemd has handed over no socket, or several",
                      "start it by a .socket unit with one ListenStream");
  tcp::acceptor acceptor(io_, tcp::v4(), first_inherited);
  error_code not_tcp;
  std::string name = name_of(acceptor.local_endpoint(not_tcp));
  acceptors_.push_back(std::make_unique<AcceptorOf<tcp>>(std::move(acceptor), *this));
  return name;
}

void Listener::accept(Connection::Socket socket, const std::string& peer) {
  const bool is_tcp = peer != "unix";
  if (open_.size() >= clients_.connections ||
      (is_tcp && per_address_[peer] >= clients_.per_address)) {
    error_code ignored;
    socket.send(asio::buffer(too_many), MSG_DONTWAIT, ignored);
    return;
  }
  if (is_tcp) {
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
  }
  ++per_address_[peer];
  const auto connection =
      std::make_shared<Connection>(std::move(socket), peer, limits_, dispatcher_,
                                   [this, peer](const Connection& ending) { ended(ending, peer); });
  if (open_.empty()) look_soon();
  open_.emplace(connection.get(), connection);
  connection->start();
}

void Listener::ended(const Connection& connection, const std::string& peer) {
  open_.erase(&connection);
  const auto found = per_address_.find(peer);
  if (found != per_address_.end() && --found->second == 0) per_address_.erase(found);
}

void Listener::look_soon() {
  look_timer_.expires_after(look_interval);
  look_timer_.async_wait([this](error_code error) {
    if (error) return;
    const auto now = std::chrono::steady_clock::now();
    for (const auto& connection : all()) connection->look(now);
    if (!open_.empty()) look_soon();
  });
}

std::vector<std::shared_ptr<Connection>> Listener::all() const {
  std::vector<std::shared_ptr<Connection>> connections;
  for (const auto& [key, connection] : open_) connections.push_back(connection);
  return connections;
}

void Listener::stop_accepting() {
  for (const auto& acceptor : acceptors_) acceptor->close();
  for (const auto& connection : all()) connection->stop_when_idle();
}

void Listener::stop() {
  for (const auto& connection : all()) connection->stop();
}

} // namespace tela::server
