/** What stands before the web console, and keeps pages of other origins away from it. */
package org.limbeck.webconsole;
