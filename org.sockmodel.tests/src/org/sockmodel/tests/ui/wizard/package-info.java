/** Tests of what File &gt; New offers. */
package org.sockmodel.tests.ui.wizard;
