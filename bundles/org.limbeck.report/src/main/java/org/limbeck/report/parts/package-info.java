/** Runs that were split over several processes, and how their parts become one again. */
@Export
@Version("2.0.0")
package org.limbeck.report.parts;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
