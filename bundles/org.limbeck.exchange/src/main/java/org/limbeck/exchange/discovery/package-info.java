/** Who is there: what devices announce of themselves, and what is known of others from that. */
@Export
@Version("1.0.0")
package org.limbeck.exchange.discovery;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
