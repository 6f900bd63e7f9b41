/** How devices in several processes begin together without a coordinator. */
@Export
@Version("1.0.0")
package org.limbeck.exchange.startup;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
