/** Observers that write what happens in a run in the formats of other tools. */
package org.limbeck.observers;
