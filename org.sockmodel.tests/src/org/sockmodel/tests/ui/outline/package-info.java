/** Tests of the outline. */
package org.sockmodel.tests.ui.outline;
