/** Models without weights that remember rows: nearest neighbours, and the search for them. */
package org.limbeck.architectures.classic;
