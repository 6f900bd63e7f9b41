/**
 * What devices exchange: rows coded into frames, the public copies that these add up to, and the
 * channels of devices that are in step, to neighbours and to the server of a baseline.
 */
package org.limbeck.engine.channel;
