/**
 * Works on many models at once: finds them, skips those that have not changed, shares the others among workers.
 *
 * <pre>
 *   names, folders, globs --ModelFiles--> files --BuildState--> changed ones --Batch--> outcomes, in the order of names
 * </pre>
 *
 * This package must not know the command line, nor where outcomes are shown.
 */
package org.sockmodel.dsl.batch;
