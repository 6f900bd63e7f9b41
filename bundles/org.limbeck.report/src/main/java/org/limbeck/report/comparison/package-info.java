/** Runs side by side: tables, curves and a page for people. */
@Export
@Version("2.1.0")
package org.limbeck.report.comparison;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
