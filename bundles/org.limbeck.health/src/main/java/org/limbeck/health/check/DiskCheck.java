package org.limbeck.health.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Whether there is space where runs and their checkpoints are written. */
@Component(
    configurationPid = "org.limbeck.health.disk",
    property = {HealthCheck.NAME + "=disk", HealthCheck.TAGS + "=" + TaggedChecks.TAG})
@Designate(ocd = DiskCheck.Config.class)
public final class DiskCheck implements HealthCheck {
  private static final long MEGA = 1_000_000;

  /** Where to look, and what is too little. */
  @ObjectClassDefinition(
      name = "Limbeck health: disk",
      description = "Free space where runs and their checkpoints are written")
  public @interface Config {
    /** Folders. */
    @AttributeDefinition(
        description =
            "Folders whose disks are looked at; those that do not exist yet count as their parents")
    String[] folders() default "runs";

    /** Warning threshold. */
    @AttributeDefinition(description = "Less free space than this is a warning; in MB", min = "0")
    long warnMegabytes() default 1_000;

    /** Critical threshold. */
    @AttributeDefinition(description = "Less free space than this is critical; in MB", min = "0")
    long criticalMegabytes() default 100;
  }

  private final List<Path> folders;
  private final long warnMegabytes;
  private final long criticalMegabytes;

  /** Is called by the component runtime. */
  @Activate
  public DiskCheck(Config config) {
    this(
        Stream.of(config.folders()).map(Path::of).toList(),
        config.warnMegabytes(),
        config.criticalMegabytes());
  }

  DiskCheck(List<Path> folders, long warnMegabytes, long criticalMegabytes) {
    this.folders = List.copyOf(folders);
    this.warnMegabytes = warnMegabytes;
    this.criticalMegabytes = criticalMegabytes;
  }

  @Override
  public Result execute() {
    FormattingResultLog log = new FormattingResultLog();
    for (Path folder : folders) {
      Path path = existing(folder.toAbsolutePath().normalize());
      try {
        look(path, Files.getFileStore(path).getUsableSpace() / MEGA, log);
      } catch (IOException e) {
        log.warn("cannot tell the free space at {}: {}", path, e.getMessage());
      }
    }
    return new Result(log);
  }

  private void look(Path path, long free, FormattingResultLog log) {
    if (free < criticalMegabytes) {
      log.critical("{} MB are free at {}; {}", free, path, needed(criticalMegabytes));
    } else if (free < warnMegabytes) {
      log.warn("{} MB are free at {}; {}", free, path, needed(warnMegabytes));
    } else {
      log.info("{} MB are free at {}", free, path);
    }
  }

  private static String needed(long megabytes) {
    return megabytes + " MB are wanted";
  }

  private static Path existing(Path folder) {
    Path path = folder;
    while (path.getParent() != null && !Files.isDirectory(path)) {
      path = path.getParent();
    }
    return path;
  }
}
