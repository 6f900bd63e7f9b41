/**
 * Exchanging between devices that do not wait for each other: edges with their flows, frames that
 * are sent again, and snapshots that settle what is lost. Equation and proof are in {@code
 * docs/algorithm.md}.
 */
@Export
@Version("1.0.0")
package org.limbeck.exchange.async;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
