/**
 * What the expressions of a model come to: exact arithmetic with units, and the {@code let} values it refers to.
 *
 * <pre>
 *   let gap = 1 / rate         Expression --{@link org.sockmodel.dsl.expression.Evaluation}--> {@link
 *   let rate = 10kpps            org.sockmodel.dsl.expression.Amount} --> Quantity 100us
 * </pre>
 *
 * This package must not know the places in a model where quantities stand.
 */
package org.sockmodel.dsl.expression;
