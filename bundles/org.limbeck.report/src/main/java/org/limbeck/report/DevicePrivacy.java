package org.limbeck.report;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.limbeck.api.event.PrivacyGuarantee;
import org.limbeck.report.format.OptionalFigures;

/** The (ε, δ)-differential privacy of a device's private rows, as {@code summary.json} has it. */
public record DevicePrivacy(
    @JsonPropertyDescription(
            "ε of the (ε, δ)-differential privacy of its private rows; null if there is none")
        Double epsilon,
    @JsonPropertyDescription("δ; null likewise") Double delta) {

  static DevicePrivacy of(PrivacyGuarantee guarantee) {
    return new DevicePrivacy(
        OptionalFigures.orNull(guarantee.epsilon()), OptionalFigures.orNull(guarantee.delta()));
  }
}
