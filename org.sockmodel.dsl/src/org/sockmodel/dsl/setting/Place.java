package org.sockmodel.dsl.setting;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.sockmodel.dsl.sockModel.EpollParams;
import org.sockmodel.dsl.sockModel.Machine;
import org.sockmodel.dsl.sockModel.Moderation;
import org.sockmodel.dsl.sockModel.Nic;
import org.sockmodel.dsl.sockModel.Queue;
import org.sockmodel.dsl.sockModel.Traffic;

/** Where a setting may stand. */
public enum Place {
  MACHINE("a machine", Machine.class),
  NIC("a nic", Nic.class),
  QUEUE("a queue", Queue.class),
  MODERATION("a moderation", Moderation.class),
  TRAFFIC("a traffic", Traffic.class),
  EPOLL("EPIOCSPARAMS", EpollParams.class);

  private final String description;
  private final Class<? extends EObject> owner;

  Place(String description, Class<? extends EObject> owner) {
    this.description = description;
    this.owner = owner;
  }

  /** For messages: {@code a machine}. */
  public String description() {
    return description;
  }

  /** The place that an element is; empty if no setting may stand in it. */
  public static Optional<Place> of(EObject element) {
    return Arrays.stream(values()).filter(place -> place.owner.isInstance(element)).findFirst();
  }
}
