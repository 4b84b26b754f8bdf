#include "server/server.h"

#include "base/error.h"
#include "base/lost_pages.h"
#include "server/listener.h"

namespace tela::server {

namespace asio = boost::asio;

namespace {

constexpr std::chrono::milliseconds look_interval{50};
constexpr std::chrono::seconds grace{5};

void check_addresses(const ServerSettings& settings) {
  if (settings.is_public || !settings.service.gate.token.empty()) return;
  for (const std::string& address : settings.addresses)
    if (!Address{address}.is_local())
      throw base::Error(
          base::Failure::usage, address + " can be reached from other machines",
          "say --public if everybody may read the data, or name a secret with --token-file");
}

/// Looks again and again whether the server is to stop, and ends it in two steps.
class Stopper {
 public:
  Stopper(asio::io_context& io, Listener& listener, const base::Cancellation& stop)
      : timer_(io), listener_(listener), stop_(stop), io_(io) {
    look();
  }

 private:
  void look() {
    timer_.expires_after(look_interval);
    timer_.async_wait([this](boost::system::error_code) { stop_.cancelled() ? begin() : look(); });
  }
  void begin() {
    listener_.stop_accepting();
    last_ = std::chrono::steady_clock::now() + grace;
    wait();
  }
  void wait() {
    if (listener_.connections() == 0) return io_.stop();
    if (std::chrono::steady_clock::now() > last_) {
      listener_.stop();
      last_ = std::chrono::steady_clock::time_point::max();
    }
    timer_.expires_after(look_interval);
    timer_.async_wait([this](boost::system::error_code) { wait(); });
  }

  asio::steady_timer timer_;
  Listener& listener_;
  const base::Cancellation& stop_;
  asio::io_context& io_;
  std::chrono::steady_clock::time_point last_;
};

} // namespace

void serve(const ServerSettings& settings, const base::Cancellation& stop,
           const std::function<void(const std::vector<std::string>&)>& on_ready) {
  check_addresses(settings);
  base::outlive_lost_pages();
  asio::io_context io(1);
  ConnectionLimits limits;
  limits.body_bytes = settings.body_bytes;
  ServiceSettings service_settings = settings.service;
  if (service_settings.public_url.empty())
    service_settings.public_url = "http://" + settings.addresses.front() + "/";
  Service service(std::move(service_settings));
  Listener listener(io, limits, {settings.connections, settings.connections_an_address}, service);
  service.count_connections([&] { return listener.connections(); });
  std::vector<std::string> names;
  for (const std::string& address : settings.addresses) names.push_back(listener.listen({address}));
  Stopper stopper(io, listener, stop);
  on_ready(names);
  io.run();
}

} // namespace tela::server
