/**
 * Which sockets can be created and why not: {@code net/socket.c}'s way from the system call to the family's create
 * function and back, with its registries.
 *
 * <pre>
 *   socket(2) --SocketLayer--> __sock_create --NetFamilies--> NetProtoFamily.create --InetSw--> Socket (ops, prot)
 *                    |                                                                            |
 *              CreationTrace (functions, decisions)                      CurrentTask (descriptors, files, memory)
 * </pre>
 *
 * A creation is computed at once and takes no simulated time; whoever has a clock plays what the trace was told. This
 * package must not know tasks, queues or time, nor any single family: those are in {@code create}.
 */
package org.sockmodel.runtime.kernel.families;
