/** {@code limbeck data}: datasets that can be downloaded. */
package org.limbeck.cli.data;
