/** The prompt at which a person, or a pipe, gives commands. */
package org.limbeck.shell.prompt;
