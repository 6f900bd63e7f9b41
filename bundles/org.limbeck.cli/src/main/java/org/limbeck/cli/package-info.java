/** The command line as a service: all commands put together, and what errors become. */
package org.limbeck.cli;
