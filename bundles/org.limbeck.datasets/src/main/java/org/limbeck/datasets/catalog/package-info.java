/** The well-known datasets: their files, where these come from, and where they are looked for. */
@Export
@Version("1.0.0")
package org.limbeck.datasets.catalog;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
