package org.limbeck.exchange.discovery;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The latest announcements of some devices that do not count yet, as they may count later and are
 * not made again. All of them share some bytes, beyond which none is kept. Used by one thread at a
 * time.
 */
final class KeptAnnouncements {
  private final int mostBytes;
  private final Map<String, byte[]> latest = new HashMap<>();
  private int bytes;

  /** Keeps none yet, and never more than so many bytes. */
  KeptAnnouncements(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  boolean isEmpty() {
    return latest.isEmpty();
  }

  /** Keeps an announcement in the place of the device's former one, if there is room. */
  void keep(String device, ByteBuffer announcement) {
    forget(device);
    int size = size(device, announcement.remaining());
    if (announcement.hasRemaining() && size <= mostBytes - bytes) {
      byte[] copy = new byte[announcement.remaining()];
      announcement.get(copy);
      latest.put(device, copy);
      bytes += size;
    }
  }

  /** Keeps nothing of a device. */
  void forget(String device) {
    byte[] former = latest.remove(device);
    bytes -= former == null ? 0 : size(device, former.length);
  }

  /** Returns what is kept of some devices, by their ids. */
  Map<String, ByteBuffer> of(Set<String> devices) {
    Map<String, ByteBuffer> wanted = new HashMap<>();
    latest.forEach(
        (device, announcement) -> {
          if (devices.contains(device)) {
            wanted.put(device, ByteBuffer.wrap(announcement));
          }
        });
    return wanted;
  }

  private static int size(String device, int announcement) {
    return device.length() + announcement;
  }
}
