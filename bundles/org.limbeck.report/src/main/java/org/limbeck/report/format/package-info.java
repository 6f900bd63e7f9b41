/** How numbers, JSON and resources are written and read, whatever they are about. */
package org.limbeck.report.format;
