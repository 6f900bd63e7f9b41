package org.limbeck.shell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.shell.FakeRunControl;
import org.limbeck.shell.SampleCatalog;
import org.limbeck.shell.command.Commands;
import org.limbeck.shell.command.OpenRuns;

class SuggestionsTest {
  private final List<OpenRuns.Named> runs =
      new ArrayList<>(List.of(new OpenRuns.Named("quickstart", new FakeRunControl())));
  private final SampleCatalog catalog = new SampleCatalog();
  private final Suggestions suggestions =
      new Suggestions(new Commands(() -> runs, catalog), () -> runs, catalog);

  @Test
  void suggestsCommands() {
    assertThat(at("s|")).containsExactly("set", "status", "swap");
    assertThat(at("e|")).containsExactly("end", "exit");
    assertThat(at("help re|")).containsExactly("resume");
  }

  @Test
  void suggestsKindsPluginsAndOptions() {
    assertThat(at("swap a|")).containsExactly("aggregation", "algorithm", "architecture");
    assertThat(at("swap topology |")).containsExactly("path", "small-world");
    assertThat(at("limbeck:swap topology small-world |")).containsExactly("edges=", "neighbours=");
    assertThat(at("swap topology small-world neighbours=4 |")).containsExactly("edges=");
    assertThat(at("swap architecture mlp --devices 1 activation=|"))
        .containsExactly("activation=relu", "activation=tanh");
    assertThat(at("join |")).containsExactly("mlp", "softmax");
    assertThat(at("join mlp hid|")).containsExactly("hidden=");
    assertThat(at("plugins co|")).containsExactly("codec");
  }

  @Test
  void suggestsKeysOfThePluginsInUse() {
    assertThat(at("set |")).containsExactly("algorithm.regularization=", "localSteps=");
  }

  @Test
  void suggestsDevices() {
    assertThat(at("leave |")).containsExactly("device-1", "device-2", "device-3");
    assertThat(at("swap architecture mlp --devices device-1,device-3|"))
        .containsExactly("device-1,device-3");
  }

  @Test
  void suggestsOptionsOfTheCommand() {
    assertThat(at("swap --|")).containsExactly("--devices", "--help", "--run");
    assertThat(at("status --run |")).containsExactly("quickstart");
  }

  @Test
  void suggestsNothingWhereNothingIsKnown() {
    runs.clear();

    assertThat(at("leave |")).isEmpty();
    assertThat(at("swap nothing |")).isEmpty();
    assertThat(at("lb |")).isEmpty();
    assertThat(at("pause |")).isEmpty();
    assertThat(at("set |")).containsExactly("localSteps=");
  }

  private List<String> at(String line) {
    List<String> words = List.of(line.replace("|", "").split(" ", -1));
    return suggestions.after(words.subList(0, words.size() - 1), words.get(words.size() - 1));
  }
}
