/** Channels of devices that do not wait for each other: edges, their flows, and what is lost. */
package org.limbeck.engine.flow;
