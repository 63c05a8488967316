/**
 * What a screen reader says of controls. Must not know which controls there are.
 */
package org.sockmodel.dsl.ui.accessibility;
