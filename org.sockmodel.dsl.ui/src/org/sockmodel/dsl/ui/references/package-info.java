/**
 * Finds all places that refer to an element, for the Search view. Must not know how the language finds them.
 */
package org.sockmodel.dsl.ui.references;
