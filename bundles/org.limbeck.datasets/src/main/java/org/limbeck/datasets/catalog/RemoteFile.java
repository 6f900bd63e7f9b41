package org.limbeck.datasets.catalog;

import java.net.URI;

/**
 * A file to download.
 *
 * @param name its name in the folder of the dataset
 * @param uri where it is published
 * @param md5 its MD5 checksum in hexadecimal, as published; against damage, not against forgery
 */
public record RemoteFile(String name, URI uri, String md5) {}
