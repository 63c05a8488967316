/**
 * Edits that the language proposes, as changes of the workbench that can be looked at, made and undone. Must not know
 * what they are for.
 */
package org.sockmodel.dsl.ui.edits;
