/** Poll, select and epoll: who is woken and what is reported. */
package org.sockmodel.tests.kernel.epoll;
