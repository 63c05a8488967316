package org.sockmodel.runtime.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One computer: its CPUs, the kernel it runs, what that kernel's work costs, and the address families it knows. */
public final class MachineDeclaration {

  /** The kernels that have a profile, oldest first. */
  public static final List<String> KERNELS = List.of("v3_10", "v6_1", "v6_12", "v6_18");

  /** The kernel a machine runs if the model does not say. */
  public static final String DEFAULT_KERNEL = "v6_18";

  private final String name;
  private final int line;
  private int cpus = 1;
  private String kernel = DEFAULT_KERNEL;
  private final Map<String, Double> costsNs = new TreeMap<>();
  private String congestionControl = "";
  private final Map<String, Long> sysctls = new TreeMap<>();
  private final List<FamilyDeclaration> families = new ArrayList<>();

  public MachineDeclaration(String name, int line) {
    this.name = name;
    this.line = line;
  }

  /** How many CPUs there are; one unless it is said. */
  public MachineDeclaration cpus(int count) {
    cpus = count;
    return this;
  }

  /**
   * @param profile id of the kernel profile, which decides the path a message takes: {@code v3_10}, {@code v6_18} ...
   */
  public MachineDeclaration kernel(String profile) {
    kernel = profile;
    return this;
  }

  /**
   * Says what one step of the kernel costs; a step that no model names keeps its profile's cost.
   *
   * @param step a C symbol or the name of a cost, such as {@code context_switch}; {@code all} for every
   *     one that is not named
   * @param ns nanoseconds for each time it is done, for {@code copy} and {@code copy_remote} nanoseconds per byte
   */
  public MachineDeclaration cost(String step, double ns) {
    costsNs.put(step, ns);
    return this;
  }

  /**
   * @param value in the sysctl's own unit: {@code netdev_budget_usecs} in microseconds, sizes in bytes
   */
  public MachineDeclaration sysctl(String sysctl, long value) {
    sysctls.put(sysctl, value);
    return this;
  }

  /** Adds an address family, or takes the place of the kernel's own of the same number. */
  public MachineDeclaration family(FamilyDeclaration family) {
    families.add(family);
    return this;
  }

  public String name() {
    return name;
  }

  public int line() {
    return line;
  }

  public int cpus() {
    return cpus;
  }

  public String kernel() {
    return kernel;
  }

  /** Costs that the model states, by C symbol or cost name, sorted. */
  public Map<String, Double> costsNs() {
    return Collections.unmodifiableMap(costsNs);
  }

  /** Sets {@code net.ipv4.tcp_congestion_control}. */
  public MachineDeclaration congestionControl(String algorithm) {
    congestionControl = algorithm;
    return this;
  }

  /** The algorithm that controls congestion, such as {@code cubic}; empty for the kernel's default. */
  public String congestionControl() {
    return congestionControl;
  }

  /** Sysctls that the model states, by name, sorted: {@code netdev_budget}, {@code rmem_default} ... */
  public Map<String, Long> sysctls() {
    return Collections.unmodifiableMap(sysctls);
  }

  public List<FamilyDeclaration> families() {
    return Collections.unmodifiableList(families);
  }
}
