/**
 * How fast devices on a graph agree: the spectral gap that mixing weights leave; and how far they
 * are from agreement.
 */
@Export
@Version("2.0.0")
package org.limbeck.engine.consensus;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
