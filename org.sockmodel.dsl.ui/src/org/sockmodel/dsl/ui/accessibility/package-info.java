/**
 * What people need who do not see the screen or use no mouse: what a screen reader says of controls, and where a key
 * opens a menu. Must not know which controls there are.
 */
package org.sockmodel.dsl.ui.accessibility;
