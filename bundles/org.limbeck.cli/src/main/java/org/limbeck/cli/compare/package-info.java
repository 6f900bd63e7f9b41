/** {@code limbeck compare}: several runs side by side. */
package org.limbeck.cli.compare;
