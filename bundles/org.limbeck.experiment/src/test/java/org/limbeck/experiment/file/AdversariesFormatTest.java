package org.limbeck.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Swap;

class AdversariesFormatTest {
  private static final String EIGHT =
      """
      name: test
      rounds: 10
      data: digits
      reference: digits
      devices:
        - {count: 8, architecture: mlp}
      """;

  private final FakeCatalog catalog = new FakeCatalog();
  private final ExperimentReader reader = new ExperimentReader(catalog, catalog);

  @Test
  void allAreHonestWhereNothingIsSaid() {
    assertThat(adversaries(read(""))).isEmpty();
    assertThat(adversaries(read("adversaries: {devices: 0, attack: label-flip}"))).isEmpty();
  }

  @Test
  void spreadsANumberOverTheDevices() {
    assertThat(adversaries(read("adversaries: {devices: 1, attack: label-flip}")))
        .containsExactly("device-5");
    assertThat(adversaries(read("adversaries: {devices: 2, attack: label-flip}")))
        .containsExactly("device-3", "device-7");
    assertThat(adversaries(read("adversaries: {devices: 7, attack: label-flip}"))).hasSize(7);
  }

  @Test
  void takesIds() {
    Experiment experiment =
        read("adversaries: {devices: [device-8, device-1], attack: label-flip}");
    assertThat(adversaries(experiment)).containsExactly("device-1", "device-8");
    assertThat(experiment.devices().get(0).attack().orElseThrow().name()).isEqualTo("label-flip");
    assertThat(experiment.choices()).extracting(choice -> choice.name()).contains("label-flip");
  }

  @Test
  void saysWhatIsWrong() {
    assertRefused("{devices: [device-9x], attack: label-flip}", "there is no device 'device-9x'");
    assertRefused("{devices: [device-9x], attack: label-flip}", "did you mean 'device-1'?");
    assertRefused("{devices: 9, attack: label-flip}", "from 0 to 7 of the devices can lie, not 9");
    assertRefused("{devices: 8, attack: label-flip}", "at least one device must be honest");
    assertRefused("{devices: 2, attack: label-flop}", "did you mean 'label-flip'?");
    assertRefused("{devices: 2}", "adversaries.attack: this key is missing");
    assertRefused("{attack: label-flip}", "adversaries.devices: this key is missing");
    assertRefused(
        "{devices: 2, attack: label-flip, radius: 3}", "'radius' is no key of adversaries");
  }

  @Test
  void isReadBackAsItWasWritten() {
    Experiment experiment = read("adversaries: {devices: 2, attack: label-flip}");
    String text = new ExperimentWriter().write(experiment);
    assertThat(reader.read(text, "again.yaml")).isEqualTo(experiment);
  }

  @Test
  void swapsLeaveAdversariesAsTheyAre() {
    Experiment experiment = read("adversaries: {devices: 2, attack: label-flip}");
    Experiment swapped = swap("{architecture: {count: 5}, join: mlp}", experiment);
    assertThat(adversaries(swapped)).containsExactly("device-3", "device-7");
    assertThatThrownBy(() -> swap("{adversaries: {devices: 1}}", experiment))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("adversaries stay what they are while devices learn");
    assertThatThrownBy(() -> swap("{attack: label-flip}", experiment))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("adversaries stay what they are while devices learn");
    assertThatThrownBy(() -> swap("{leave: [1, 2, 4, 5, 6, 8]}", experiment))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the last honest device cannot leave");
  }

  private Experiment swap(String text, Experiment current) {
    Swap swap = new SwapReader().read(text, "shell");
    return new SwapApplier(catalog, catalog).apply(swap, "shell", current, 9);
  }

  private void assertRefused(String adversaries, String message) {
    assertThatThrownBy(() -> read("adversaries: " + adversaries))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  private Experiment read(String adversaries) {
    return reader.read(EIGHT + adversaries + "\n", "test.yaml");
  }

  private static List<String> adversaries(Experiment experiment) {
    return experiment.devices().stream()
        .filter(device -> device.attack().isPresent())
        .map(DeviceSpec::id)
        .toList();
  }
}
