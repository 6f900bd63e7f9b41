/** How much a device makes of its neighbours' values: the weights that a graph gives. */
@Export
@Version("1.0.0")
package org.limbeck.exchange.mixing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
