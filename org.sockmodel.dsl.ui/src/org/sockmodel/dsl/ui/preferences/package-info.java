/**
 * What the user prefers: with what a new simulation begins. This package must not know how models are run.
 */
package org.sockmodel.dsl.ui.preferences;
