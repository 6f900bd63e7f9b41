/**
 * What all commands share: exit codes, files that users name, and how runs are ended from outside.
 */
package org.limbeck.cli.command;
