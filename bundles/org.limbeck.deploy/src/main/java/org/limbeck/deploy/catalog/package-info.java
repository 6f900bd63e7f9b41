/** The catalog of plug-ins, made of what Declarative Services and Metatype know. */
package org.limbeck.deploy.catalog;
