package org.limbeck.datasets.images;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** Hears what a decoder says of an image that it makes up in part. Used by one thread. */
final class DamageListener implements IIOReadWarningListener {
  private static final Set<String> DAMAGE =
      Set.of("premature end", "truncated", "bad huffman", "instead of rst", "invalid");

  private String damage;

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    String lower = warning.toLowerCase(Locale.ROOT);
    if (damage == null && DAMAGE.stream().anyMatch(lower::contains)) {
      damage = warning;
    }
  }

  /**
   * Is asked when the image is there.
   *
   * @throws IOException if parts of it are not from the file
   */
  void requireNone() throws IOException {
    if (damage != null) {
      throw new IOException("the image is damaged: " + damage);
    }
  }
}
