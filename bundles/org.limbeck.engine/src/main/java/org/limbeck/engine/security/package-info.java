/** Keys of devices, signatures of what they say, and files that nobody else may touch. */
@Export
@Version("1.0.0")
package org.limbeck.engine.security;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
