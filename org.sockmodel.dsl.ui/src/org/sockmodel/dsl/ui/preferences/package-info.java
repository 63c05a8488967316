/**
 * What the user prefers: with what a new simulation begins, and what happens while a model is written. This package
 * must not know how models are run and edited.
 */
package org.sockmodel.dsl.ui.preferences;
