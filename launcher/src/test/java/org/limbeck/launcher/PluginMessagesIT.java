package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.Shell;

/** What a plug-in says when the framework makes it: the file, and what is wrong with it. */
class PluginMessagesIT {
  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() throws IOException {
    shell = new Shell(folder).quick();
  }

  @Test
  void aTableThatIsNotThere() throws Exception {
    assertSaid(
        "data={name: csv, file: heart.csv, label: kind}", "heart.csv: there is no such file");
  }

  @Test
  void aTableThatIsCutShort() throws Exception {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(whole)) {
      out.write("kind,x\na,1\nb,2\n".getBytes(StandardCharsets.UTF_8));
    }
    Files.write(file("cut.csv.gz"), Arrays.copyOf(whole.toByteArray(), whole.size() - 12));
    assertSaid(
        "data={name: csv, file: cut.csv.gz, label: kind}", "cut.csv.gz: the file ends too early");
  }

  @Test
  void aTableThatIsNotCompressed() throws Exception {
    Files.writeString(file("plain.csv.gz"), "kind,x\na,1\nb,2\n");
    assertSaid(
        "data={name: csv, file: plain.csv.gz, label: kind}",
        "plain.csv.gz: it is not compressed by gzip");
  }

  @Test
  void aColumnWithAnInvisibleCharacterInItsName() throws Exception {
    Files.writeString(file("heart.csv"), "x,kind\u200b\n1,a\n2,b\n");
    assertSaid(
        "data={name: csv, file: heart.csv, label: kind}",
        "heart.csv: there is no column 'kind'; did you mean 'kind\\u200b'?");
  }

  @Test
  void aCommentThatNobodyAskedFor() throws Exception {
    Files.writeString(file("heart.csv"), "# hearts\nx,kind\n1,a\n2,b\n");
    assertSaid(
        "data={name: csv, file: heart.csv, label: kind}",
        "line 1 begins with '#': with '#' as the option comment, such lines are left aside");
  }

  @Test
  void aFolderOfImagesThatIsNotThere() throws Exception {
    assertSaid("data={name: images, path: photos}", "photos: there is no such file");
  }

  @Test
  void anImageOfColoursForPrint() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", out);
    Files.createDirectories(file("photos/b"));
    Files.write(file("photos/b/1.jpg"), out.toByteArray());
    byte[] print = out.toByteArray();
    for (int i = 0; i + 9 < print.length; i++) {
      if (print[i] == (byte) 0xff && print[i + 1] == (byte) 0xc0) {
        print[i + 9] = 4;
      }
    }
    Files.createDirectories(file("photos/a"));
    Files.write(file("photos/a/1.jpg"), print);
    assertSaid("data={name: images, path: photos}", "photos/a/1.jpg: ");
  }

  private Path file(String name) {
    return shell.folder().resolve(name);
  }

  private void assertSaid(String setting, String said) throws Exception {
    Shell.Result result = shell.run("run", "small.yaml", "--set", setting);
    assertThat(result.err()).startsWith("limbeck: ").contains(said).doesNotContain("\tat ");
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.exitCode()).isEqualTo(2);
  }
}
