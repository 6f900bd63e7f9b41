/** {@code limbeck keys}: the keys that devices sign with. */
package org.limbeck.cli.keys;
