package org.limbeck.health.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.limbeck.health.CheckOutcome;
import org.limbeck.health.CheckOutcome.Level;
import org.limbeck.health.HealthReport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code limbeck health}. A picocli command as a service: the command line takes in what carries
 * {@code limbeck.command}.
 */
@Command(
    name = "health",
    description = "Check the installation, the disk and, where one is named, a run.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  limbeck health",
      "  limbeck health runs/quickstart-20250101-120000 --json",
      "",
      "Exit codes: 0 all is well, 3 someone should look, 4 something does not work;",
      "2 and 1 as for other commands."
    })
@Component(
    service = Callable.class,
    scope = ServiceScope.PROTOTYPE,
    property = "limbeck.command=health")
@SuppressWarnings("UnusedVariable") // picocli looks at the fields
public final class HealthCommand implements Callable<Integer> {
  private static final Map<Level, Integer> EXIT_CODES =
      Map.of(Level.OK, 0, Level.WARNING, 3, Level.CRITICAL, 4);

  private final HealthReport report;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "A run folder: has the run ended, or when did it last write something?")
  private Path run;

  @Option(
      names = {"--timeout", "--patience"},
      paramLabel = "SECONDS",
      description = "How long that run may write nothing. Default: ${DEFAULT-VALUE}.")
  private long timeout = 300;

  @Option(names = "--json", description = "Write JSON to standard output, and nothing else.")
  private boolean json;

  /** Is called by the component runtime. */
  @Activate
  public HealthCommand(@Reference HealthReport report) {
    this.report = report;
  }

  @Override
  public Integer call() throws IOException {
    List<CheckOutcome> outcomes = new ArrayList<>(report.outcomes());
    if (run != null) {
      if (!Files.isDirectory(run)) {
        throw new ParameterException(spec.commandLine(), "there is no folder " + run);
      }
      outcomes.add(new RunFolderCheck(run).look(Instant.now(), Duration.ofSeconds(timeout)));
    }
    Level worst = CheckOutcome.worst(outcomes);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(worst, outcomes));
    } else {
      outcomes.forEach(outcome -> print(outcome, out));
    }
    return EXIT_CODES.get(worst);
  }

  private static void print(CheckOutcome outcome, PrintWriter out) {
    String level = word(outcome.level());
    for (String message : outcome.messages()) {
      out.printf(Locale.ROOT, "%-8s  %s: %s%n", level, outcome.name(), message);
    }
  }

  private static String json(Level worst, List<CheckOutcome> outcomes)
      throws JsonProcessingException {
    List<Check> checks = new ArrayList<>();
    for (CheckOutcome outcome : outcomes) {
      checks.add(new Check(outcome.name(), word(outcome.level()), outcome.messages()));
    }
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
        .build()
        .writeValueAsString(new Report(word(worst), checks));
  }

  private static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  record Report(String level, List<Check> checks) {}

  record Check(String name, String level, List<String> messages) {}
}
