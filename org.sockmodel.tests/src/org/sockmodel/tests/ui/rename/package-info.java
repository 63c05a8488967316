/** Tests of renaming in every file. */
package org.sockmodel.tests.ui.rename;
