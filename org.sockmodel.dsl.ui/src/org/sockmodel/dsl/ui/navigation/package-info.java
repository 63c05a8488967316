/**
 * Leads from a word to where it is declared, and opens places. Must not know how the language finds them.
 */
package org.sockmodel.dsl.ui.navigation;
