/** Tests of pairs of signs: written, gone over, shown. */
package org.sockmodel.tests.ui.brackets;
