/** The checks. */
package org.limbeck.health.check;
