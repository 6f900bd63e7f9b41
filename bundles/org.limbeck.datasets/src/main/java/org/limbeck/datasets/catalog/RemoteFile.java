package org.limbeck.datasets.catalog;

import java.net.URI;

/**
 * A file to download, perhaps an archive ({@code .zip} or {@code .tar.gz}) of the dataset's files.
 *
 * @param name its name in the folder of the dataset
 * @param uri where it is published
 * @param md5 its MD5 checksum in hexadecimal, as published; against damage, not against forgery
 */
public record RemoteFile(String name, URI uri, String md5) {

  /** Returns whether it is an archive. */
  public boolean isArchive() {
    return name.endsWith(".zip") || name.endsWith(".tar.gz");
  }
}
