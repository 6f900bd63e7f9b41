/** What a device tells a newcomer of its whole estimate. */
@Export
@Version("1.0.0")
package org.limbeck.exchange.snapshot;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
