/**
 * Rules that all bundles keep, each beside an example that breaks it. A rule says what holds, and
 * what may break it and why; what breaks it for now stands in {@link
 * org.limbeck.architecture.TemporaryExceptions}.
 */
package org.limbeck.architecture;
