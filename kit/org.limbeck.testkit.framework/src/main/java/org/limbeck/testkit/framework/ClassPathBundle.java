package org.limbeck.testkit.framework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;

/**
 * A bundle that stands on the class path of the test: a jar, or a folder of classes.
 *
 * @param location where it stands, as a URL
 * @param headers the main attributes of its manifest
 */
record ClassPathBundle(String location, Attributes headers) {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  /** Returns the bundles on the class path, in its order. */
  static List<ClassPathBundle> all() {
    List<ClassPathBundle> bundles = new ArrayList<>();
    try {
      for (URL url :
          Collections.list(ClassPathBundle.class.getClassLoader().getResources(MANIFEST))) {
        try (InputStream in = url.openStream()) {
          ClassPathBundle bundle =
              new ClassPathBundle(location(url), new Manifest(in).getMainAttributes());
          if (!bundle.symbolicName().isEmpty()) {
            bundles.add(bundle);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the class path", e);
    }
    return bundles;
  }

  String symbolicName() {
    return header(Constants.BUNDLE_SYMBOLICNAME).replaceFirst(";.*", "").trim();
  }

  /** Returns a header, or the empty string. */
  String header(String name) {
    String value = headers.getValue(name);
    return value == null ? "" : value;
  }

  /** Returns whether it offers a plug-in. */
  boolean isPlugin() {
    return header(Constants.PROVIDE_CAPABILITY).matches("(.*,)?\\s*limbeck\\..*");
  }

  private static String location(URL manifest) {
    String url = manifest.toString();
    String root = url.substring(0, url.length() - MANIFEST.length());
    return root.startsWith("jar:") ? root.substring("jar:".length(), root.length() - 2) : root;
  }
}
