/**
 * The tabs of a launch configuration. This package must not know how a model is run.
 */
package org.sockmodel.dsl.ui.launch.tabs;
