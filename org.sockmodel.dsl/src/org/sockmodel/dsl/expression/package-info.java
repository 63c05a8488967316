/**
 * What the expressions of a model come to: exact arithmetic with units, and the {@code let} values it refers to.
 *
 * <pre>
 *   let rate = 10kpps
 *   let gap = 1 / rate     Expression --Evaluation--> Amount --> Quantity 100us
 * </pre>
 *
 * This package must not know the places in a model where quantities stand.
 */
package org.sockmodel.dsl.expression;
