package org.limbeck.api;

/**
 * How large what is read may be: files, archives, images and saved networks, whoever made them.
 * Readers look at sizes before they make room, and refuse what is larger in a message that names
 * the limit. The same for all readers, those of plug-ins too. What is within them may still be too
 * much for the memory of a process: {@link MemoryShare}.
 */
public final class InputLimits {

  /** Bytes of a file in YAML. */
  public static final int YAML_BYTES = 4 << 20;

  /** Bytes of the description of a network in JSON. */
  public static final int JSON_BYTES = 16 << 20;

  /** Columns of a CSV file: images of 1024 × 1024 values, and some columns that name them. */
  public static final int CSV_COLUMNS = 1_050_000;

  /** Characters of a row of a CSV file, with the comments and empty lines before it. */
  public static final int CSV_ROW_CHARACTERS = 16 << 20;

  /** Characters of a value in a CSV file. */
  public static final int CSV_VALUE_CHARACTERS = 1_000;

  /** Pixels of an image in a file of its own. */
  public static final int IMAGE_PIXELS = 100_000_000;

  /** Parameters of a network in a file. */
  public static final int NETWORK_PARAMETERS = 1 << 28;

  /** Bytes of a file that is unpacked from an archive. */
  public static final long UNPACKED_BYTES = 1L << 30;

  private InputLimits() {}
}
