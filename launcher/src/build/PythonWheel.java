import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Run by the build, which has no Python: writes the package in {@code python/} as a wheel (binary
 * distribution format 1.0, PEP 427), and beside it as it is. The same sources give the same bytes.
 * The metadata are those of {@code pyproject.toml}; tests in Python compare both with what
 * setuptools makes of it.
 *
 * <p>Arguments: the folder of {@code pyproject.toml}, the folder to write to, and the version of
 * the build, with which that of the package has to agree.
 */
final class PythonWheel {
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final String project;
  private final Map<String, byte[]> files = new TreeMap<>();

  private PythonWheel(String project) {
    this.project = project;
  }

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Path target = Path.of(args[1]);
    PythonWheel wheel = new PythonWheel(Files.readString(folder.resolve("pyproject.toml")));
    wheel.readPackage(folder, wheel.value("name"));
    String version = wheel.value("version");
    String built = args[2].replace("-SNAPSHOT", ".dev0");
    String stated = "__version__ = \"" + version + "\"";
    byte[] init = wheel.files.get(wheel.value("name") + "/__init__.py");
    if (!version.equals(built) || !new String(init, UTF_8).contains(stated)) {
      throw new IllegalStateException(
          "pyproject.toml and __init__.py have to state version " + built + ", as the build does");
    }
    wheel.copyPackage(target);
    wheel.write(target);
  }

  private void readPackage(Path folder, String name) throws IOException {
    try (Stream<Path> walk = Files.walk(folder.resolve(name))) {
      for (Path file : walk.filter(PythonWheel::isSource).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        files.put(path, Files.readAllBytes(file));
      }
    }
  }

  private static boolean isSource(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".py") || name.equals("py.typed");
  }

  private void copyPackage(Path target) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path copy = target.resolve(file.getKey());
      Files.createDirectories(copy.getParent());
      Files.write(copy, file.getValue());
    }
  }

  private void write(Path target) throws IOException {
    String stem = value("name") + "-" + value("version");
    String info = stem + ".dist-info/";
    files.put(info + "METADATA", metadata().getBytes(UTF_8));
    files.put(
        info + "WHEEL",
        """
        Wheel-Version: 1.0
        Generator: limbeck
        Root-Is-Purelib: true
        Tag: py3-none-any
        """
            .getBytes(UTF_8));
    files.put(info + "RECORD", record(info).getBytes(UTF_8));
    try (OutputStream out = Files.newOutputStream(target.resolve(stem + "-py3-none-any.whl"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.NO_COMPRESSION); // which is the same on every JDK
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
      }
    }
  }

  private String metadata() {
    List<String> lines = new ArrayList<>();
    lines.add("Metadata-Version: 2.1");
    lines.add("Name: " + value("name"));
    lines.add("Version: " + value("version"));
    lines.add("Summary: " + value("description"));
    lines.add("License: " + first("license = \\{text = \"(.*)\"}"));
    lines.add("Requires-Python: " + value("requires-python"));
    for (String dependency : list(first("dependencies = \\[(.*)]"))) {
      lines.add("Requires-Dist: " + dependency);
    }
    String extras = first("\\[project.optional-dependencies]\\n((?:.+\\n)*)");
    Matcher extra = Pattern.compile("(?m)^(\\w+) = \\[(.*)]$").matcher(extras);
    while (extra.find()) {
      lines.add("Provides-Extra: " + extra.group(1));
      for (String dependency : list(extra.group(2))) {
        lines.add("Requires-Dist: " + dependency + "; extra == '" + extra.group(1) + "'");
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** Every file with its hash and size, but for the record itself. */
  private String record(String info) {
    StringBuilder record = new StringBuilder();
    files.forEach(
        (path, content) ->
            record.append(path + ",sha256=" + hash(content) + "," + content.length + "\n"));
    return record.append(info).append("RECORD,,\n").toString();
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String value(String key) {
    return first("(?m)^" + key + " = \"(.*)\"$");
  }

  private String first(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(project);
    if (!matcher.find()) {
      throw new IllegalStateException("pyproject.toml has nothing like " + pattern);
    }
    return matcher.group(1);
  }

  private static List<String> list(String quoted) {
    return Stream.of(quoted.split(",")).map(s -> s.strip().replace("\"", "")).toList();
  }
}
