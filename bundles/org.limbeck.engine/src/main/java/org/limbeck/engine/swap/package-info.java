/**
 * Another network in the place of the present one: what is kept, what is made anew, and how
 * knowledge is handed over.
 */
package org.limbeck.engine.swap;
