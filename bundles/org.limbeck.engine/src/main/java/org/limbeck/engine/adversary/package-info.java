/** Devices that lie: they keep to the algorithm, but for what they say. */
package org.limbeck.engine.adversary;
