/** Tests of what is proposed at the cursor, and of templates. */
package org.sockmodel.tests.ui.completion;
