/** The commands that steer a run: arguments in, text out. */
package org.limbeck.shell.command;
