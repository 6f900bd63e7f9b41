/** What plug-ins of every kind share: shapes, blocks of rows, the simplex and saved state. */
@Export
@Version("1.1.0")
package org.limbeck.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
