/**
 * Proposes what may be written at the cursor, and fills in templates place by place. Must not know how the language
 * finds its proposals.
 */
package org.sockmodel.dsl.ui.completion;
