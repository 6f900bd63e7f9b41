/**
 * Rules that all bundles keep, each beside an example that breaks it. A rule says what holds, and
 * what may break it and why.
 */
package org.limbeck.architecture;
