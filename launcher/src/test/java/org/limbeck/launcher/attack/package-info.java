/** What someone with an account at the broker, and without a key, does to runs. */
package org.limbeck.launcher.attack;
