/**
 * How fast devices on a graph agree: mixing weights, and the spectral gap that they leave; and how
 * far they are from agreement.
 */
@Export
@Version("1.1.0")
package org.limbeck.engine.consensus;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
