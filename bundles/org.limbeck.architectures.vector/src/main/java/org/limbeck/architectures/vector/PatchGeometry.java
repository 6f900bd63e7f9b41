package org.limbeck.architectures.vector;

/**
 * The part of a channel-last image that a filter sees.
 *
 * @param rows the height in pixels
 * @param run the values of a row, its width in pixels times the channels
 * @param stride the values of a whole row of the image
 */
record PatchGeometry(int rows, int run, int stride) {

  /** Returns the number of values. */
  int size() {
    return rows * run;
  }

  /** Returns where the values stand in the image, counted from the first of them. */
  int[] offsets() {
    int[] offsets = new int[size()];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = i / run * stride + i % run;
    }
    return offsets;
  }
}
