/**
 * What mends a problem, on Ctrl+1 in the editor and in the Problems view. Must not know which problems there are.
 */
package org.sockmodel.dsl.ui.quickfix;
