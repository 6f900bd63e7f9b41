/**
 * Plug-ins that turn blocks of values into bytes and back, and the quantisers, packers and range
 * coders of which they are made.
 */
package org.limbeck.codecs;
