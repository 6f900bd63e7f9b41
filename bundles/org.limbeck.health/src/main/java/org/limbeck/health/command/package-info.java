/** The command that shows the report. */
package org.limbeck.health.command;
