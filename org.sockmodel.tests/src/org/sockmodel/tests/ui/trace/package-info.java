/** Tests of what all views of a trace share: the keyboard suffices. */
package org.sockmodel.tests.ui.trace;
