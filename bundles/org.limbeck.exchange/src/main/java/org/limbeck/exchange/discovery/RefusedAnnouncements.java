package org.limbeck.exchange.discovery;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The latest announcements of devices that had no key, or another one: keys may change, and
 * announcements are not made again. All of them share 64 KiB, beyond which none is kept. Used by
 * one thread at a time.
 */
final class RefusedAnnouncements {
  private static final int MOST_BYTES = 1 << 16;

  private final Map<String, byte[]> latest = new HashMap<>();
  private int bytes;

  /** Keeps an announcement in the place of the device's former one, if there is room. */
  void keep(String device, ByteBuffer announcement) {
    forget(device);
    int size = size(device, announcement.remaining());
    if (announcement.hasRemaining() && size <= MOST_BYTES - bytes) {
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
