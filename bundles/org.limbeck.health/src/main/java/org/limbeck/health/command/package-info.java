/** {@code limbeck health}: shows the outcomes of all checks, and looks at a run folder. */
package org.limbeck.health.command;
