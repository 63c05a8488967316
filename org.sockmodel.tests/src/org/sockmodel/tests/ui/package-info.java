/**
 * Tests what a user sees in a real workbench; they run on the user interface thread and need a display. Their packages
 * are those of the features, and three more: {@code workbench} is what all of them work with, {@code responsiveness}
 * holds every feature to leaving the display at hand, and {@code accessibility} to keys, names, fonts and themes.
 */
package org.sockmodel.tests.ui;
