/** What commands write to: the terminal, its styles, tables and formats. */
package org.limbeck.cli.terminal;
