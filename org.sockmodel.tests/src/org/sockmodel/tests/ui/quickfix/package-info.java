/** Tests of mending problems. */
package org.sockmodel.tests.ui.quickfix;
