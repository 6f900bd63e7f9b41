package org.limbeck.testkit;

/**
 * A part of the {@link CodecContract}. The parts are interfaces, so that all tests are those of one
 * class, and reported under its name.
 */
interface CodecTests {

  /** Returns what encodes and decodes. */
  CodecLab lab();
}
