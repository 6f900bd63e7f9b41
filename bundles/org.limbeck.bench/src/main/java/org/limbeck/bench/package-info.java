/** How fast this machine trains and distils. */
package org.limbeck.bench;
