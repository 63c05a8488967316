/**
 * What mends a problem, by the problem's code: one class for each way to mend. This package must not know how problems
 * are found.
 *
 * <pre>
 *   a problem's code --QuickFixes--> Fix --> what to write where, as an edit of the document
 * </pre>
 */
package org.sockmodel.dsl.ide.quickfix;
