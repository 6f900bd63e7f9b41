/** Options of plug-ins that are set in files of the configuration folder. */
package org.limbeck.deploy.configuration;
