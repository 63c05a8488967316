/**
 * Tests what a user sees in a real workbench; runs on the user interface thread and needs a display.
 */
package org.sockmodel.tests.ui;
