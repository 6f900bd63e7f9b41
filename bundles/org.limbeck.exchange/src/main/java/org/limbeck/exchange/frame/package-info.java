/**
 * The wire format: frames as bytes, and why one is refused. {@code docs/wire-format.md} specifies
 * it.
 */
@Export
@Version("1.0.0")
package org.limbeck.exchange.frame;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
