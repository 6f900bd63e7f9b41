/** Checks of a program: whether its models keep what architectures promise. */
@Export
@Version("1.0.0")
package org.limbeck.architectures.external.check;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
