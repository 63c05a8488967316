package org.sockmodel.dsl.parameter;

import org.sockmodel.dsl.sockModel.ParameterValue;

/**
 * A parameter and the value that it gets.
 *
 * @param path as in {@code eth0.moderation.rx_usecs}
 * @param text the value as it was written
 */
public record Assignment(String path, String text, ParameterValue value) {

  /** An assignment of what {@code value} comes to now, whatever becomes of the values that it refers to. */
  public static Assignment fixed(String path, String text, ParameterValue value) {
    return new Assignment(path, text, ParameterValues.fixed(value));
  }

  /** As one writes it: {@code eth0.moderation.rx_usecs=50us}. */
  @Override
  public String toString() {
    return path + "=" + text;
  }
}
