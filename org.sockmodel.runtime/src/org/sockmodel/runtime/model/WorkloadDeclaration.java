package org.sockmodel.runtime.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One process and the traffic that it is sent. Its threads share their descriptors: a variable of a thread program is
 * one descriptor of the whole workload, and its name is unique within the workload.
 */
public final class WorkloadDeclaration {

  private final String name;
  private final String network;
  private final int line;
  private String importedFrom = "";
  private final List<String> capabilities = new ArrayList<>();
  private final List<ThreadDeclaration> threads = new ArrayList<>();
  private final List<TrafficDeclaration> traffics = new ArrayList<>();

  /**
   * @param network the namespace that its threads begin in; a machine's name stands for the one it boots with
   */
  public WorkloadDeclaration(String name, String network, int line) {
    this.name = name;
    this.network = network;
    this.line = line;
  }

  /** Says that the lines of this workload are those of another file than the model's, seen from the model's folder. */
  public WorkloadDeclaration importedFrom(String file) {
    importedFrom = file;
    return this;
  }

  /** Gives the process a capability that it would not have as an ordinary user's, such as {@code CAP_NET_RAW}. */
  public WorkloadDeclaration capability(String name) {
    capabilities.add(name);
    return this;
  }

  public WorkloadDeclaration thread(ThreadDeclaration thread) {
    threads.add(thread);
    return this;
  }

  public WorkloadDeclaration traffic(TrafficDeclaration traffic) {
    traffics.add(traffic);
    return this;
  }

  public String name() {
    return name;
  }

  public String network() {
    return network;
  }

  public int line() {
    return line;
  }

  /** The file that the lines are in, as seen from the model's folder; empty if it is the model's own. */
  public String importedFrom() {
    return importedFrom;
  }

  public List<String> capabilities() {
    return Collections.unmodifiableList(capabilities);
  }

  public List<ThreadDeclaration> threads() {
    return Collections.unmodifiableList(threads);
  }

  public List<TrafficDeclaration> traffics() {
    return Collections.unmodifiableList(traffics);
  }
}
