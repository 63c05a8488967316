/**
 * What two traces of one program need not share, as rules, and to whom a step belongs.
 *
 * <pre>
 *   Steps of both traces --> Scope --> Rule: set this step aside?
 * </pre>
 *
 * It must not know how what remains is compared, nor which of the traces was simulated.
 */
package org.sockmodel.runtime.analysis.conform.rule;
