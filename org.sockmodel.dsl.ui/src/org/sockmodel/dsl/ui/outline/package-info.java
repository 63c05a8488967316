/**
 * The outline of the model in the editor: follows the cursor, and leads it. Must not know how elements are found.
 */
package org.sockmodel.dsl.ui.outline;
