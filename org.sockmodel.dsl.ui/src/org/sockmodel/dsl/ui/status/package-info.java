/**
 * Tells a user in the status line what came of a command. This package must not know any feature.
 */
package org.sockmodel.dsl.ui.status;
