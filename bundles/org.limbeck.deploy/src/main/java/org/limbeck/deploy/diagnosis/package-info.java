/** Why a bundle does not resolve or start, in words. */
package org.limbeck.deploy.diagnosis;
