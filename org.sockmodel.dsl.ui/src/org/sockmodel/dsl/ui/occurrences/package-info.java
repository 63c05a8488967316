/**
 * Marks the places of the name at the cursor. Must not know how the language finds them.
 */
package org.sockmodel.dsl.ui.occurrences;
