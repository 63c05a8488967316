package org.sockmodel.runtime.history.picture;

import java.util.Arrays;
import org.sockmodel.runtime.history.ArrowKind;
import org.sockmodel.runtime.history.StateKind;

/** What a colour stands for; a {@link Palette} says which colour that is. */
public enum Tone {
  BACKGROUND, STRIPE, GRID, TEXT, FAINT, SELECTION, CHAIN,
  IDLE, BLOCKED, RUNNABLE, PENDING, USER, SYSTEM, SOFTIRQ, POLLING, VECTOR, HARDIRQ,
  RAISE, WAKE_UP, SWITCH,
  BEFORE, AFTER, BOOKMARK;

  private static final Tone[] OF_STATES = Arrays.stream(StateKind.values())
      .map(kind -> kind.isVisible() ? valueOf(kind.name()) : BACKGROUND).toArray(Tone[]::new);
  private static final Tone[] OF_ARROWS = Arrays.stream(ArrowKind.values())
      .map(kind -> valueOf(kind.name())).toArray(Tone[]::new);

  /** The tone of a state. */
  public static Tone of(StateKind kind) {
    return OF_STATES[kind.ordinal()];
  }

  /** The tone of an arrow. */
  public static Tone of(ArrowKind kind) {
    return OF_ARROWS[kind.ordinal()];
  }
}
