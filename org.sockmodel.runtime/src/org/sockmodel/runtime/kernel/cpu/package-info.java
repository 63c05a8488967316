/**
 * How kernel code runs on a CPU: functions as resumable steps on a stack of frames, which interrupts nest into.
 *
 * <pre>
 *   Cpu --runs--> KernelStack.top: Frame -> Frame -> Frame (user program)
 *                                   |  step() decides, calls, returns
 *                                   |  walk(Path) lets time pass, function by function
 *   StraightFunction: runs as Java code, and fills its frame only where something else comes between
 *   KernelStacks: whose task has slept for long has no frames, but a row of a StackShape
 *   Interrupt --delivered between two instants of a walk--> a frame on top
 * </pre>
 *
 * This package must not know what the functions do: no tasks, devices or protocols.
 */
package org.sockmodel.runtime.kernel.cpu;
