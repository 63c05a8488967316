package org.sockmodel.dsl.naming;

import org.sockmodel.dsl.sockModel.EpollCreateCall;
import org.sockmodel.dsl.sockModel.FileDescriptor;
import org.sockmodel.dsl.sockModel.PipeCall;
import org.sockmodel.dsl.sockModel.Variable;
import org.sockmodel.dsl.sockModel.VariablePair;

/** What is behind a descriptor. */
public enum DescriptorKind {
  SOCKET("a socket"), EPOLL("an epoll instance"), PIPE_READ("a pipe's reading end"), PIPE_WRITE("a pipe's writing end");

  private final String description;

  DescriptorKind(String description) {
    this.description = description;
  }

  /** For messages: {@code a socket}. */
  public String description() {
    return description;
  }

  /** What the call that makes {@code descriptor} puts behind it. */
  public static DescriptorKind of(FileDescriptor descriptor) {
    if (descriptor instanceof Variable variable && variable.getCreation() instanceof EpollCreateCall) {
      return EPOLL;
    }
    if (descriptor.eContainer() instanceof VariablePair pair && pair.getCreation() instanceof PipeCall) {
      return descriptor == pair.getFirst() ? PIPE_READ : PIPE_WRITE;
    }
    return SOCKET;
  }
}
