/** Makes swaps of what a person types. */
package org.limbeck.shell.swap;
