package org.limbeck.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionChangesTest {
  private static final String HINT =
      " now: the result may differ from that of a run without a break";

  @Test
  void sameVersionsAreNotWorthAWord() {
    String same = versions("java: '17', topology/ring: org.a 1.0");
    assertThat(VersionChanges.between(same, same)).isEmpty();
    assertThat(VersionChanges.between("name: old", same)).isEmpty();
    assertThat(VersionChanges.between("", same)).isEmpty();
  }

  @Test
  void aBundleIsNamedOnce() {
    assertThat(
            VersionChanges.between(
                versions("topology/ring: org.a 1.0, topology/star: org.a 1.0, java: 17.0.15"),
                versions("topology/ring: org.a 1.1, topology/star: org.a 1.1, java: 25")))
        .containsExactly(
            "bundle org.a was 1.0 and is 1.1" + HINT, "Java was 17.0.15 and is 25" + HINT);
  }

  @Test
  void aPluginMayBeOfAnotherBundle() {
    assertThat(
            VersionChanges.between(
                versions("codec/int4: org.a 1.0"), versions("codec/int4: org.b 2.0")))
        .containsExactly("codec/int4 was org.a 1.0 and is org.b 2.0" + HINT);
  }

  private static String versions(String entries) {
    return "name: one\nversions: {" + entries + "}\n";
  }
}
