/** Whom a device exchanges with, and by which weight. */
@Export
@Version("1.0.0")
package org.limbeck.exchange.neighbours;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
