package io.emporium.fleet.wall;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server that nobody has any business with. Whoever calls was lured here.
public final class Trap implements AutoCloseable {

  private final HttpServer server;
  private final List<String> visits = new CopyOnWriteArrayList<>();

  public Trap() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          visits.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public List<String> visits() {
    return List.copyOf(visits);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
