/** How fast devices on a graph agree: mixing weights, and the spectral gap that they leave. */
@Export
@Version("1.0.0")
package org.limbeck.engine.consensus;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
