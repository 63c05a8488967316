/** How models are laid out. */
package org.sockmodel.tests.dsl.formatting2;
