/** Tests of what a user can prefer. */
package org.sockmodel.tests.ui.preferences;
