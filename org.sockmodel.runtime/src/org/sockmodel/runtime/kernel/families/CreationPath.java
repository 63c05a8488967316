package org.sockmodel.runtime.kernel.families;

import java.util.Arrays;
import org.sockmodel.runtime.kernel.families.profile.Declared;

/**
 * The functions that a creation went through, in the order of their entry, to be played in simulated time once the
 * creation has been computed. Used again for the next one; grows to the longest path and then allocates nothing.
 */
public final class CreationPath implements CreationTrace {

  /** Whether a function runs modprobe and waits for it. */
  public enum Modprobe {
    NONE, MISSING, FOUND
  }

  private String[] symbols = new String[32];
  private String[] parents = new String[32];
  private boolean[] inlined = new boolean[32];
  private Modprobe[] modprobes = new Modprobe[32];
  private int size;

  /** Forgets what was recorded. */
  public void clear() {
    size = 0;
  }

  /** How many functions were entered. */
  public int size() {
    return size;
  }

  public String symbol(int index) {
    return symbols[index];
  }

  /** The caller as a function tracer shows it. */
  public String parent(int index) {
    return parents[index];
  }

  /** Whether no function tracer sees the function: it has a name in the source only. */
  public boolean inlined(int index) {
    return inlined[index];
  }

  /** Whether the function, having been entered, waits for modprobe. */
  public Modprobe modprobe(int index) {
    return modprobes[index];
  }

  @Override
  public void ranModprobe(boolean found) {
    modprobes[size - 1] = found ? Modprobe.FOUND : Modprobe.MISSING;
  }

  @Override
  public void entered(String function, String parent, boolean isInlined) {
    if (size == symbols.length) {
      symbols = Arrays.copyOf(symbols, size * 2);
      parents = Arrays.copyOf(parents, size * 2);
      inlined = Arrays.copyOf(inlined, size * 2);
      modprobes = Arrays.copyOf(modprobes, size * 2);
    }
    symbols[size] = function;
    parents[size] = parent;
    modprobes[size] = Modprobe.NONE;
    inlined[size++] = isInlined;
  }

  @Override
  public void left(String function, int result) { }

  @Override
  public void decided(CreationCheck check, String function, long subject, int result, Declared by) { }
}
