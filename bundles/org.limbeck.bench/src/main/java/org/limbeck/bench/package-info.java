/** {@code limbeck bench}: measures how fast this machine trains and distils. */
package org.limbeck.bench;
