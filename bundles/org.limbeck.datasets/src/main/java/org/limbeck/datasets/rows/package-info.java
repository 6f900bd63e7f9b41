/**
 * What all datasets are made of: rows in memory, their division into a private part, a part for
 * reference and one for validation, and the base classes of the plug-ins. No plug-in belongs here.
 */
package org.limbeck.datasets.rows;
