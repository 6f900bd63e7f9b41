package org.limbeck.codecs;

/** Packs symbols into bytes. */
interface SymbolWriter {

  void put(int symbol);

  /** Fills the last byte up with zeros. */
  void end();
}
