package org.limbeck.report;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** How well a device classifies at the end of a run, as {@code summary.json} has it. */
public record DeviceAccuracy(
    @JsonPropertyDescription("the share of test rows classified right, 0 to 1") Double testAccuracy,
    @JsonPropertyDescription("the same in the run of the baseline; null if there was none")
        Double testAccuracyAlone) {}
