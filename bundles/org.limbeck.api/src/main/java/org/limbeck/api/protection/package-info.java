/**
 * What other users of a machine may do with files, and files that are made for their owner only.
 */
@Export
@Version("1.0.0")
package org.limbeck.api.protection;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
