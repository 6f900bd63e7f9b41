/**
 * What all channels are made of: rows that are coded, frames that carry them, and buffers. It knows
 * neither neighbours nor the order of rounds.
 */
@Export
@Version("1.0.0")
package org.limbeck.exchange.channel;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
