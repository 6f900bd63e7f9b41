/**
 * How a device exchanges with others, whichever way they keep step: the one type that an engine
 * knows. {@link org.limbeck.exchange.lockstep} and {@link org.limbeck.exchange.async} implement it.
 */
@Export
@Version("1.0.0")
package org.limbeck.exchange;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
