// A certificate is renewed under a running server: connections go on, new ones get the new certificate, and
// files that cannot be used change nothing.

#include <filesystem>
#include <memory>
#include <string>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <catch2/catch.hpp>

#include "server/server.hpp"
#include "tests/server/test_routes.hpp"
#include "tests/storage/temporary_directory.hpp"

namespace talentmatch::testing {
namespace {

namespace asio = boost::asio;
namespace fs = std::filesystem;

const fs::path kPairs = TALENTMATCH_SOURCE_DIR "/tests/tools/tls";

// Trusts everybody, and tells whom it met.
class TlsClient {
 public:
  explicit TlsClient(std::uint16_t port) {
    stream_.next_layer().connect({asio::ip::address_v4::loopback(), port});
    stream_.handshake(asio::ssl::stream_base::client);
  }

  std::string certificate() {
    X509* const met = SSL_get1_peer_certificate(stream_.native_handle());
    std::string digest(EVP_MAX_MD_SIZE, '\0');
    unsigned size = 0;
    X509_digest(met, EVP_sha256(), reinterpret_cast<unsigned char*>(digest.data()), &size);
    X509_free(met);
    digest.resize(size);
    return digest;
  }
  bool answers() {
    asio::write(stream_, asio::buffer(std::string("GET /fixed HTTP/1.1\r\nHost: localhost\r\n\r\n")));
    std::string answer;
    asio::read_until(stream_, asio::dynamic_buffer(answer), "{\"fixed\":true}");
    return answer.starts_with("HTTP/1.1 200");
  }

 private:
  asio::io_context io_;
  asio::ssl::context context_{asio::ssl::context::tls_client};
  asio::ssl::stream<asio::ip::tcp::socket> stream_{io_, context_};
};

class Pair {
 public:
  Pair() { take("localhost"); }

  void take(const std::string& name) const {
    const auto over = fs::copy_options::overwrite_existing;
    fs::copy_file(kPairs / (name + ".pem"), files().certificate, over);
    fs::copy_file(kPairs / (name + "-key.pem"), files().key, over);
  }
  TlsFiles files() const {
    return {.certificate = folder_.path() / "cert.pem", .key = folder_.path() / "key.pem"};
  }

 private:
  TemporaryDirectory folder_;
};

std::unique_ptr<Server> tls_server(const Pair& pair) {
  ServerOptions options;
  options.port = 0;
  options.threads = 2;
  options.limits = quick_to_stop();
  options.routes = test_routes();
  options.tls = pair.files();
  auto server = Server::start(options);
  REQUIRE(server);
  return *std::move(server);
}

}  // namespace

TEST_CASE("a renewed certificate is for new connections, those that there are go on") {
  const Pair pair;
  const auto server = tls_server(pair);
  TlsClient before(server->port());
  const auto old = before.certificate();
  CHECK(before.answers());
  pair.take("renewed");
  REQUIRE(server->reload_tls());
  CHECK(before.answers());
  TlsClient after(server->port());
  CHECK(after.certificate() != old);
  CHECK(after.answers());
  CHECK(before.answers());
}

TEST_CASE("files that cannot be used leave the certificate as it was") {
  const Pair pair;
  const auto server = tls_server(pair);
  TlsClient before(server->port());
  const auto old = before.certificate();
  const auto files = pair.files();
  SECTION("another's key") {
    fs::copy_file(kPairs / "renewed.pem", files.certificate, fs::copy_options::overwrite_existing);
  }
  SECTION("half a file") {
    fs::resize_file(files.certificate, fs::file_size(files.certificate) / 2);
  }
  SECTION("no file") {
    fs::remove(files.key);
  }
  const auto refused = server->reload_tls();
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::invalid_option);
  CHECK(before.answers());
  TlsClient after(server->port());
  CHECK(after.certificate() == old);
  CHECK(after.answers());
}

TEST_CASE("without TLS there is nothing to reload") {
  const auto server = start_server();
  CHECK(server->reload_tls());
}

}  // namespace talentmatch::testing
