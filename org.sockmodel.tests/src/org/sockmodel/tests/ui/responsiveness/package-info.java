/** What is held against how long it keeps the display from answering. */
package org.sockmodel.tests.ui.responsiveness;
