/** Tests of the marks at every place of a name. */
package org.sockmodel.tests.ui.occurrences;
