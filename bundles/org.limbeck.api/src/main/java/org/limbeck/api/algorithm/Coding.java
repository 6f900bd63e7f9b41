package org.limbeck.api.algorithm;

/** What the frames of a channel encode. */
public enum Coding {
  /** The difference to what the receivers know already: it shrinks as values settle. */
  DIFFERENCES,
  /** The values themselves: what was sent in earlier rounds is forgotten. */
  VALUES
}
