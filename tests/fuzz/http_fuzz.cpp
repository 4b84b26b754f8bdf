#include "server/answer.h"
#include "server/connection.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/connect_pair.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/write.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

using namespace tela::server;
using Stream = boost::asio::local::stream_protocol::socket;

/// Answers whatever was understood, in one piece or in several.
class Echo final : public Dispatcher {
 public:
  void dispatch(const std::shared_ptr<Exchange>& exchange) override {
    const Request& request = exchange->request;
    if (request.path.empty() || request.path.front() != '/') std::abort();
    if (request.path.find("/../") != std::string::npos) std::abort();
    Answer answer(*exchange);
    answer.send({200, {{"Content-Type", "text/plain"}, {"X-Path", request.path}}}, request.body);
  }
};

std::string read_what_is_there(Stream& client) {
  std::string text(1 << 16U, '\0');
  boost::system::error_code error;
  const std::size_t size = client.read_some(boost::asio::buffer(text), error);
  text.resize(error ? 0 : size);
  return text;
}

// Closes as a client does that has said all it will say, and lets the connection see it.
void leave(boost::asio::io_context& io, Stream& client) {
  boost::system::error_code ignored;
  client.shutdown(Stream::shutdown_send, ignored);
  io.restart();
  io.poll();
}

} // namespace

/// Any bytes as what a client sends over a connection: heads, bodies, chunks, several requests.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t longest = 32U << 10U; // that a socket takes at once
  if (size > longest) return 0;
  boost::asio::io_context io(1);
  Stream client(io), server(io);
  boost::asio::local::connect_pair(client, server);
  client.non_blocking(true);
  ConnectionLimits limits;
  limits.head_bytes = 4096;
  limits.uri_bytes = 512;
  limits.body_bytes = 4096;
  Echo echo;
  bool ended = false;
  const auto connection =
      std::make_shared<Connection>(Connection::Socket(std::move(server)), "unix", limits, echo,
                                   [&](const Connection&) { ended = true; });
  connection->start();
  boost::asio::write(client, boost::asio::buffer(data, size));
  io.poll();
  const std::string answer = read_what_is_there(client);
  if (!answer.empty() && !answer.starts_with("HTTP/1.1 ")) std::abort();
  leave(io, client);
  connection->stop();
  io.restart();
  io.poll();
  if (!ended) std::abort();
  return 0;
}
