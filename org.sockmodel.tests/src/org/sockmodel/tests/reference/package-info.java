/** The pages of documentation that are made from the program, and the models in all of them. */
package org.sockmodel.tests.reference;
