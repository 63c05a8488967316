/** Tests of the way from a name to its declaration. */
package org.sockmodel.tests.ui.navigation;
