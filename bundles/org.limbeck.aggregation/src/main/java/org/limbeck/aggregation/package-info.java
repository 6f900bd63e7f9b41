/**
 * Plug-ins that make a target of the soft decisions of a device and its neighbours: one tracks the
 * mean of all devices, and the others combine afresh in every round what the neighbours say.
 */
package org.limbeck.aggregation;
