/** Tests of the way from a message to the call of the model that got it. */
package org.sockmodel.tests.ui.trace.origin;
