/** What a run leaves behind, as values and as files: its record, its summary and its metrics. */
@Export
@Version("4.2.0")
package org.limbeck.report;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
