package org.limbeck.codecs;

import org.limbeck.api.codec.MalformedPayloadException;

/** Reads what a {@link SymbolWriter} packed. */
interface SymbolReader {

  int get() throws MalformedPayloadException;

  /** Checks that the rest of the last byte is zeros. */
  void end() throws MalformedPayloadException;
}
