/** The server of a baseline algorithm, which averages what all devices send. */
@Export
@Version("1.0.0")
package org.limbeck.exchange.server;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
