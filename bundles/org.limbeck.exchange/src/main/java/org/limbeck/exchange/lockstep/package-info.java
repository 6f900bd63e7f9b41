/**
 * Exchanging between devices that wait for each other: every round needs one frame of each
 * neighbour.
 */
@Export
@Version("1.0.0")
package org.limbeck.exchange.lockstep;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
