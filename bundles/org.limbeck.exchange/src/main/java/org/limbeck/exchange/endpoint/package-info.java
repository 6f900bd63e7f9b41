/**
 * A device's end of a transport: what arrives is kept, checked and counted, and what is sent is
 * signed and counted.
 */
@Export
@Version("1.0.0")
package org.limbeck.exchange.endpoint;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
