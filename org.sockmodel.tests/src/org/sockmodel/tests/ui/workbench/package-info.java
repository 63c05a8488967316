/** The running workbench as its tests use it: keys and a mouse, dialogs, menus, projects, editors and views. */
package org.sockmodel.tests.ui.workbench;
