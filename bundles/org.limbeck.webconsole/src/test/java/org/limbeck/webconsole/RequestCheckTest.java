package org.limbeck.webconsole;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestCheckTest {
  private static final String HOST = "127.0.0.1:8181";
  private static final String OWN = "http://127.0.0.1:8181";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String UPLOAD = "multipart/form-data; boundary=x";

  private final RequestCheck check = new RequestCheck(false);

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:8181", "localhost:9000", "[::1]:8181", "127.0.0.1"})
  void letsPagesBeRead(String host) {
    assertThat(check.refusal("GET", host, null, "cross-site", null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example:8181", "127.0.0.1.evil.example", "localhost.evil:1", ""})
  void refusesNamesThatOnlyResolveToThisMachine(String host) {
    assertThat(check.refusal("GET", host, null, null, null))
        .hasValueSatisfying(reason -> assertThat(reason).contains("localhost"));
    assertThat(check.refusal("GET", null, null, null, null)).isPresent();
  }

  @Test
  void letsItsOwnPagesChangeThings() {
    assertThat(check.refusal("POST", HOST, OWN, "same-origin", FORM)).isEmpty();
    assertThat(check.refusal("POST", HOST, OWN, null, null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:9999, same-site",
    "http://127.0.0.1:9999,",
    "http://evil.example, cross-site",
    "http://localhost:8181, same-site",
    "null, cross-site",
    "http://[broken,",
    "http://127.0.0.1:8181, same-site",
    "http://127.0.0.1:8181, cross-site",
  })
  void letsNoOtherPageChangeAnything(String origin, String site) {
    for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
      assertThat(check.refusal(method, HOST, origin, site, FORM))
          .hasValueSatisfying(reason -> assertThat(reason).contains("another origin"));
    }
  }

  @Test
  void refusesChangesOfUnknownOrigin() {
    assertThat(check.refusal("POST", HOST, null, null, FORM))
        .hasValueSatisfying(reason -> assertThat(reason).contains("Origin"));
  }

  @Test
  void refusesUploadsUnlessTheyAreOn() {
    assertThat(check.refusal("POST", HOST, OWN, "same-origin", UPLOAD))
        .hasValueSatisfying(reason -> assertThat(reason).contains("uploads are off"));
    assertThat(new RequestCheck(true).refusal("POST", HOST, OWN, "same-origin", UPLOAD)).isEmpty();
  }
}
