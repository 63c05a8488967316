/** Everything can be done by keys alone, is told to who does not see it, and can be read in any font and theme. */
package org.sockmodel.tests.ui.accessibility;
