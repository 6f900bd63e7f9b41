package org.limbeck.api.event;

/**
 * A device that takes part in a run.
 *
 * @param id the device's id
 * @param architecture the name of its architecture
 * @param parameters the number of trainable parameters of its model
 * @param privateRows the number of its private rows
 */
public record DeviceDescription(String id, String architecture, int parameters, int privateRows) {}
