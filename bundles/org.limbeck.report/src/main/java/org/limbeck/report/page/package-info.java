/**
 * A run as it is told to people: what there is to say of it, as text, and the page that shows it.
 */
@Export
@Version("1.0.0")
package org.limbeck.report.page;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
