package org.limbeck.launcher.process;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/** A Java agent that reads a Java object, which tells on standard error that it was read. */
public final class GadgetAgent {
  private GadgetAgent() {}

  /** Is called by Java, before {@code main}. */
  public static void premain(String options) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new Gadget());
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      in.readObject();
    } catch (IOException e) {
      System.err.println("the gadget is refused: " + e.getMessage());
    }
  }

  /** The object. */
  public static final class Gadget implements Serializable {
    private static final long serialVersionUID = 1L;

    private void readObject(ObjectInputStream in) {
      System.err.println("the gadget runs");
    }
  }
}
