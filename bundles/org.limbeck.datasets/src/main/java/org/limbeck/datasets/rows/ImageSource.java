package org.limbeck.datasets.rows;

/** A source whose rows are images. */
public interface ImageSource extends LabelledSource {

  @Override
  ImageTable training();

  @Override
  ImageTable test();
}
