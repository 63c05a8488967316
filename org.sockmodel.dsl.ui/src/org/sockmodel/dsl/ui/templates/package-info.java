/**
 * Templates of pieces of a model, with places to fill in: their notation, the shipped ones and the user's, and the page
 * to change them. Must not know how they are proposed and filled in.
 */
package org.sockmodel.dsl.ui.templates;
