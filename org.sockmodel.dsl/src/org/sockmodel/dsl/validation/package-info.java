/**
 * What is wrong with a model that parses: one validator per concept, all composed by the empty {@link
 * org.sockmodel.dsl.validation.SockModelValidator}. Every finding has a code of {@link
 * org.sockmodel.dsl.validation.IssueCodes} and says what to do. This package must not know how a model is run.
 */
package org.sockmodel.dsl.validation;
