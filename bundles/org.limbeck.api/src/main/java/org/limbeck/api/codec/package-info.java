/** Plug-ins that turn blocks of values into bytes and back. */
@Export
@Version("1.1.0")
package org.limbeck.api.codec;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
