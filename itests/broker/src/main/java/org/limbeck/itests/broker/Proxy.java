package org.limbeck.itests.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between clients and a broker: records what clients send, and can cut the line. */
public final class Proxy implements AutoCloseable {
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int broker;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private volatile boolean severed;

  /** Stands before the broker at a port of the loopback address. */
  public Proxy(int broker) throws IOException {
    this.broker = broker;
    run(this::accept);
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private static void run(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // the line is cut
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = server.accept();
      if (severed) {
        client.close();
        continue;
      }
      connect(client);
    }
  }

  /** While the broker is away, clients find nobody here either. */
  private void connect(Socket client) throws IOException {
    try {
      Socket line = new Socket(InetAddress.getLoopbackAddress(), broker);
      sockets.add(client);
      sockets.add(line);
      run(() -> copy(client, line, true));
      run(() -> copy(line, client, false));
    } catch (IOException e) {
      client.close();
    }
  }

  private void copy(Socket from, Socket to, boolean record) throws IOException {
    byte[] buffer = new byte[8192];
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    try (from;
        to) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (record) {
          synchronized (sent) {
            sent.write(buffer, 0, n);
          }
        }
        out.write(buffer, 0, n);
      }
    }
  }

  /** Returns its address, as experiments name a broker. */
  public String url() {
    return "mqtt://127.0.0.1:" + server.getLocalPort();
  }

  /**
   * Returns the whole packets that clients have sent; of several, one must be gone before the next
   * comes.
   */
  public List<Packet> packets() {
    synchronized (sent) {
      return Packet.all(ByteBuffer.wrap(sent.toByteArray()));
    }
  }

  /** Ends all connections without a word, and accepts new ones. */
  public void cut() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    sockets.clear();
  }

  /** Ends all connections, and those that are made until the line is joined again. */
  public void sever() throws IOException {
    severed = true;
    cut();
  }

  /** Lets clients reach the broker again. */
  public void join() {
    severed = false;
  }

  /** Ends all connections, and accepts no others. */
  @Override
  public void close() throws IOException {
    server.close();
    cut();
  }
}
