package org.sockmodel.dsl.parameter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.conversion.Quantity;
import org.sockmodel.dsl.expression.Expressions;
import org.sockmodel.dsl.library.ImportedModels;
import org.sockmodel.dsl.naming.SimilarNames;
import org.sockmodel.dsl.naming.TrafficNames;
import org.sockmodel.dsl.setting.Place;
import org.sockmodel.dsl.setting.SettingKind;
import org.sockmodel.dsl.sockModel.Cost;
import org.sockmodel.dsl.sockModel.CostTable;
import org.sockmodel.dsl.sockModel.Distribution;
import org.sockmodel.dsl.sockModel.Expression;
import org.sockmodel.dsl.sockModel.Let;
import org.sockmodel.dsl.sockModel.Machine;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.Moderation;
import org.sockmodel.dsl.sockModel.Nic;
import org.sockmodel.dsl.sockModel.ParameterValue;
import org.sockmodel.dsl.sockModel.Setting;
import org.sockmodel.dsl.sockModel.SockModelFactory;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.sockModel.ThreadScript;
import org.sockmodel.dsl.sockModel.Traffic;
import org.sockmodel.dsl.sockModel.Workload;
import org.sockmodel.runtime.kernel.cpu.PathProfile;

/** The parameters of a model and of what it imports, by their paths. */
public final class Parameters {

  private final Map<String, Parameter> byPath = new LinkedHashMap<>();

  public Parameters(Model model) {
    ImportedModels.elements(model, Let.class).forEach(this::let);
    ImportedModels.elements(model, Machine.class).forEach(this::machine);
    ImportedModels.elements(model, Nic.class).forEach(this::nic);
    ImportedModels.elements(model, Workload.class).forEach(this::workload);
  }

  /**
   * Puts a value into the model.
   *
   * @return the element that says it now
   * @throws ParameterException if there is no such parameter, or if it cannot have that value
   */
  public EObject assign(Assignment assignment) throws ParameterException {
    return find(assignment.path()).setter().set(assignment.value());
  }

  /** What a parameter measures; empty if it takes more than a quantity, or a name. */
  public Optional<Dimension> dimension(String path) throws ParameterException {
    return find(path).dimension();
  }

  /** Every path, in the order of the model. */
  public Collection<String> paths() {
    return byPath.keySet();
  }

  /** What a path was probably to be that names nothing: one of which it is the end, or the nearest one. */
  public Optional<String> meant(String path) {
    return paths().stream().filter(whole -> whole.endsWith("." + path)).findFirst()
        .or(() -> SimilarNames.closest(path, paths()));
  }

  private Parameter find(String path) throws ParameterException {
    Parameter parameter = byPath.get(path);
    if (parameter == null) {
      throw new ParameterException("names nothing in this model; "
          + meant(path).map(similar -> "did you mean '" + similar + "'?")
              .orElse("name a let, or a setting by its path, such as eth0.moderation.rx_usecs"));
    }
    return parameter;
  }

  private void let(Let let) {
    Optional<Dimension> dimension = Expressions.quantity(let.getValue()).map(Quantity::dimension);
    add(let.getName(), dimension, value -> {
      let.setValue(ParameterValues.quantity(value, dimension));
      return let;
    });
  }

  private void machine(Machine machine) {
    String name = machine.getName() + ".";
    settings(name, Place.MACHINE, machine::getSettings);
    add(name + "kernel", Optional.empty(),
        value -> assignWord(machine, Literals.MACHINE__KERNELS, value, "linux.v6_18"));
    add(name + "tcp_congestion_control", Optional.empty(),
        value -> assignWord(machine, Literals.MACHINE__CONGESTION_CONTROLS, value, "cubic"));
    for (String cost : PathProfile.costNames()) {
      Dimension dimension = PathProfile.costsPerByte().contains(cost) ? Dimension.TIME_PER_BYTE : Dimension.TIME;
      add(name + "costs." + cost, Optional.of(dimension), value -> assignCost(machine, cost, dimension, value));
    }
  }

  private void nic(Nic nic) {
    String name = nic.getName() + ".";
    settings(name, Place.NIC, nic::getSettings);
    settings(name + "moderation.", Place.MODERATION, () -> moderation(nic).getSettings());
    add(name + "driver", Optional.empty(), value -> assignWord(nic, Literals.NIC__DRIVERS, value, "\"virtio_net\""));
    number(name + "napi_weight", nic, Literals.NIC__WEIGHTS);
  }

  private void workload(Workload workload) {
    Map<Traffic, String> names = TrafficNames.of(workload);
    for (Traffic traffic : workload.getTraffics()) {
      String name = workload.getName() + "." + names.get(traffic) + ".";
      settings(name, Place.TRAFFIC, traffic::getSettings);
      add(name + "rate", Optional.of(SettingKind.RATE.dimension()), value -> assignRate(traffic, value));
      add(name + "gap", Optional.empty(), value -> assignGap(traffic, value));
      number(name + "port", traffic, Literals.TRAFFIC__PORT);
    }
    for (ThreadScript thread : workload.getThreads()) {
      String name = workload.getName() + "." + thread.getName() + ".";
      number(name + "cpu", thread, Literals.THREAD_SCRIPT__CPU);
      number(name + "nice", thread, Literals.THREAD_SCRIPT__NICE);
    }
  }

  private void settings(String prefix, Place place, Supplier<List<Setting>> settings) {
    for (SettingKind kind : SettingKind.in(place)) {
      add(prefix + kind.word(), Optional.of(kind.dimension()), value -> assign(settings.get(), kind, value));
    }
  }

  private void number(String path, EObject owner, EStructuralFeature feature) {
    Optional<Dimension> dimension = Optional.of(Dimension.NUMBER);
    add(path, dimension, value -> {
      set(owner, feature, ParameterValues.quantity(value, dimension));
      return owner;
    });
  }

  private void add(String path, Optional<Dimension> dimension, Parameter.Setter setter) {
    byPath.put(path, new Parameter(dimension, setter));
  }

  private static Setting assign(List<Setting> settings, SettingKind kind, ParameterValue value)
      throws ParameterException {
    Expression quantity = ParameterValues.quantity(value, Optional.of(kind.dimension()));
    Setting said = settings.stream().filter(setting -> kind.word().equals(setting.getName())).findFirst()
        .orElseGet(() -> added(settings, kind));
    said.setValue(quantity);
    return said;
  }

  private static Setting added(List<Setting> settings, SettingKind kind) {
    Setting setting = SockModelFactory.eINSTANCE.createSetting();
    setting.setName(kind.word());
    settings.add(setting);
    return setting;
  }

  private static EObject assignWord(EObject owner, EStructuralFeature feature, ParameterValue value, String example)
      throws ParameterException {
    set(owner, feature, ParameterValues.word(value, example));
    return owner;
  }

  private static Cost assignCost(Machine machine, String name, Dimension dimension, ParameterValue value)
      throws ParameterException {
    Expression quantity = ParameterValues.quantity(value, Optional.of(dimension));
    CostTable table = first(machine.getCosts(), SockModelFactory.eINSTANCE::createCostTable);
    Cost said = table.getCosts().stream().filter(cost -> name.equals(cost.getName())).findFirst().orElse(null);
    if (said == null) {
      said = SockModelFactory.eINSTANCE.createCost();
      said.setName(name);
      table.getCosts().add(said);
    }
    said.setValue(quantity);
    return said;
  }

  /** Rate and gap say the same, so the one that is given takes the other's place. */
  private static Setting assignRate(Traffic traffic, ParameterValue value) throws ParameterException {
    Setting rate = assign(traffic.getSettings(), SettingKind.RATE, value);
    traffic.getGaps().clear();
    return rate;
  }

  private static Distribution assignGap(Traffic traffic, ParameterValue value) throws ParameterException {
    Distribution gap = ParameterValues.distribution(value, traffic.getGaps().stream().findFirst().orElse(null));
    traffic.getSettings().removeIf(setting -> SettingKind.RATE.word().equals(setting.getName()));
    set(traffic, Literals.TRAFFIC__GAPS, gap);
    return gap;
  }

  private static Moderation moderation(Nic nic) {
    return first(nic.getModerations(), SockModelFactory.eINSTANCE::createModeration);
  }

  private static <T> T first(List<T> elements, Supplier<T> maker) {
    if (elements.isEmpty()) {
      elements.add(maker.get());
    }
    return elements.get(0);
  }

  private static void set(EObject owner, EStructuralFeature feature, Object value) {
    owner.eSet(feature, feature.isMany() ? new ArrayList<>(List.of(value)) : value);
  }
}
