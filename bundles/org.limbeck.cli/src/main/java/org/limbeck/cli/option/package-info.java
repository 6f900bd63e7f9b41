/** Options and arguments that mean the same in several commands, as picocli mixins. */
package org.limbeck.cli.option;
