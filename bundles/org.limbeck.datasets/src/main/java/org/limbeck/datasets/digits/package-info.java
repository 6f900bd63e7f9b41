/** The handwritten digits of the UCI repository, which ship with the bundle. */
package org.limbeck.datasets.digits;
