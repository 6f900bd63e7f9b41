/** Models that live in programs of any language, and the protocol that they speak. */
package org.limbeck.architectures.external;
