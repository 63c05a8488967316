package org.sockmodel.dsl.setting;

import org.eclipse.emf.ecore.EObject;
import org.sockmodel.dsl.sockModel.EpollParams;
import org.sockmodel.dsl.sockModel.Machine;
import org.sockmodel.dsl.sockModel.Moderation;
import org.sockmodel.dsl.sockModel.Nic;
import org.sockmodel.dsl.sockModel.Queue;

/** Where a setting may stand. */
public enum Place {
  MACHINE("a machine"), NIC("a nic"), QUEUE("a queue"), MODERATION("a moderation"), TRAFFIC("a traffic"),
  EPOLL("EPIOCSPARAMS");

  private final String description;

  Place(String description) {
    this.description = description;
  }

  /** For messages: {@code a machine}. */
  public String description() {
    return description;
  }

  /** The place that {@code owner} of a setting is. */
  public static Place of(EObject owner) {
    if (owner instanceof Machine) {
      return MACHINE;
    }
    if (owner instanceof Nic) {
      return NIC;
    }
    if (owner instanceof Queue) {
      return QUEUE;
    }
    if (owner instanceof EpollParams) {
      return EPOLL;
    }
    return owner instanceof Moderation ? MODERATION : TRAFFIC;
  }
}
