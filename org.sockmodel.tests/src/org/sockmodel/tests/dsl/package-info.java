/** The language: how models are read, and the models that are shipped. */
package org.sockmodel.tests.dsl;
