/** Plug-ins that divide the private rows of a dataset among the devices. */
package org.limbeck.partitions;
