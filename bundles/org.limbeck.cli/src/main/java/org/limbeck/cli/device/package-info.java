/** {@code limbeck device}: one device that runs until it is stopped. */
package org.limbeck.cli.device;
