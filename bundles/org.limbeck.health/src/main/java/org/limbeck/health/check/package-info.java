/** The health checks, and what they measure to tell a run that is slow from one that stalls. */
package org.limbeck.health.check;
