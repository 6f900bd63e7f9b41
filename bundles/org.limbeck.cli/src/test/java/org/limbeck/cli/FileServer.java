package org.limbeck.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.limbeck.datasets.catalog.RemoteFile;

/** Serves files from memory over HTTP. */
final class FileServer implements AutoCloseable {
  private final HttpServer server;
  private int requests;

  FileServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  /** Serves a file, and describes it. */
  RemoteFile serve(String name, byte[] content) {
    return serve(name, content, content.length);
  }

  /** Serves less of a file than its length, then breaks off. */
  RemoteFile serve(String name, byte[] content, int served) {
    server.createContext("/" + name, exchange -> answer(exchange, content, served));
    return at(name, content);
  }

  /** Describes a file that may not be there. */
  RemoteFile at(String name, byte[] content) {
    String host = server.getAddress().getAddress().getHostAddress();
    URI uri = URI.create("http://" + host + ":" + server.getAddress().getPort() + "/" + name);
    return new RemoteFile(name, uri, md5(content));
  }

  int requests() {
    return requests;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange, byte[] content, int served) throws IOException {
    requests++;
    exchange.sendResponseHeaders(200, content.length);
    exchange.getResponseBody().write(content, 0, served);
    exchange.close();
  }

  private static String md5(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
