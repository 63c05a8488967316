package org.sockmodel.runtime.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Everything one model file declares, in the order of the file. */
public final class ModelDeclaration {

  private final String name;
  private final String sourceFile;
  private Path folder = Path.of("");
  private final List<MachineDeclaration> machines = new ArrayList<>();
  private final List<NetnsDeclaration> netnses = new ArrayList<>();
  private final List<NicDeclaration> nics = new ArrayList<>();
  private final List<LinkDeclaration> links = new ArrayList<>();
  private final List<WorkloadDeclaration> workloads = new ArrayList<>();
  private final List<Expectation> expectations = new ArrayList<>();

  /**
   * @param sourceFile name of the file the model was written in, without its folder, for messages and reports
   */
  public ModelDeclaration(String name, String sourceFile) {
    this.name = name;
    this.sourceFile = sourceFile;
  }

  /** Sets where the files are that the model names; the current folder if nobody says. */
  public ModelDeclaration relativeTo(Path newFolder) {
    folder = newFolder;
    return this;
  }

  public ModelDeclaration machine(MachineDeclaration machine) {
    machines.add(machine);
    return this;
  }

  public ModelDeclaration netns(NetnsDeclaration netns) {
    netnses.add(netns);
    return this;
  }

  public ModelDeclaration nic(NicDeclaration nic) {
    nics.add(nic);
    return this;
  }

  public ModelDeclaration link(LinkDeclaration link) {
    links.add(link);
    return this;
  }

  public ModelDeclaration workload(WorkloadDeclaration workload) {
    workloads.add(workload);
    return this;
  }

  public ModelDeclaration expect(Expectation expectation) {
    expectations.add(expectation);
    return this;
  }

  /** The same with one of its workloads alone. What it expects is about all of them, so nothing is expected. */
  public ModelDeclaration only(WorkloadDeclaration workload) {
    ModelDeclaration part = new ModelDeclaration(name, sourceFile).relativeTo(folder);
    part.machines.addAll(machines);
    part.netnses.addAll(netnses);
    part.nics.addAll(nics);
    part.links.addAll(links);
    part.workloads.add(workload);
    return part;
  }

  public String name() {
    return name;
  }

  /** Where the files are that the model names. */
  public Path folder() {
    return folder;
  }

  public String sourceFile() {
    return sourceFile;
  }

  public List<MachineDeclaration> machines() {
    return Collections.unmodifiableList(machines);
  }

  public List<NetnsDeclaration> netnses() {
    return Collections.unmodifiableList(netnses);
  }

  public List<NicDeclaration> nics() {
    return Collections.unmodifiableList(nics);
  }

  public List<LinkDeclaration> links() {
    return Collections.unmodifiableList(links);
  }

  public List<WorkloadDeclaration> workloads() {
    return Collections.unmodifiableList(workloads);
  }

  public List<Expectation> expectations() {
    return Collections.unmodifiableList(expectations);
  }
}
