/** Tests of the explanations of words. */
package org.sockmodel.tests.ui.hover;
