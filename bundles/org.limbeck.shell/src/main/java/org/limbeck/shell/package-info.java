/** Registers what this bundle offers to the framework; nothing here is seen by other bundles. */
package org.limbeck.shell;
