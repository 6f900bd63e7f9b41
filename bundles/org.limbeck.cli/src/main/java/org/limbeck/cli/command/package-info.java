/**
 * What commands are built with: exit codes, files that users name, groups of subcommands, and how
 * runs are ended from outside. Options that several commands have are in {@code option}.
 */
package org.limbeck.cli.command;
