/** What a run leaves behind: a folder with a summary, metrics and a report for people. */
@Export
@Version("4.0.0")
package org.limbeck.report;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
