/** How figures, data and pages are written. */
package org.limbeck.report.format;
