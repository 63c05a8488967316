package org.sockmodel.runtime.kernel.cpu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sockmodel.runtime.model.MachineDeclaration;
import org.sockmodel.runtime.trace.Names;

/**
 * What one kernel version does between its decisions: for every {@link PathPoint} the functions and the time. Read from
 * the {@code .profile} file beside this class; a model's costs change single times before the first path is made.
 */
public final class PathProfile {

  private static final String COPY = "copy_ns_per_byte";
  private static final String COPY_COST = "copy";
  private static final String REMOTE_COPY_COST = "copy_remote";
  private static final String COLD_PACKET_COST = "cold_packet";
  private static final String COLD_TASK_COST = "cold_task";
  private static final Set<String> PER_BYTE_COSTS = Set.of(COPY_COST, REMOTE_COPY_COST);
  private static final Set<String> COLD_COSTS = Set.of(COLD_PACKET_COST, COLD_TASK_COST);
  private static final String ALL = "all";

  private record Stretch(long ns, List<String> symbols, List<String> parents) {
  }

  private static final Stretch NOTHING = new Stretch(0, List.of(), List.of());

  private final Map<PathPoint, Stretch> stretches = new EnumMap<>(PathPoint.class);
  private final Map<CallPoint, Stretch> calls = new EnumMap<>(CallPoint.class);
  private final Set<String> options = new TreeSet<>();
  private final Map<String, Long> numbers = new TreeMap<>();
  private final Map<String, Double> memoryNs = new TreeMap<>();

  private PathProfile() {
  }

  /**
   * The profile of a kernel.
   *
   * @param kernel one of {@link MachineDeclaration#KERNELS}
   * @throws IllegalArgumentException if there is none
   */
  public static PathProfile of(String kernel) {
    if (!MachineDeclaration.KERNELS.contains(kernel)) {
      throw new IllegalArgumentException("no kernel profile " + kernel + "; there are " + MachineDeclaration.KERNELS);
    }
    PathProfile profile = new PathProfile();
    profile.readAll(kernel);
    for (PathPoint point : PathPoint.values()) {
      if (!profile.stretches.containsKey(point)) {
        throw new IllegalStateException("profile " + kernel + " lacks " + point.key());
      }
    }
    return profile;
  }

  /** Those of {@link #costNames} that are times of one byte. */
  public static Set<String> costsPerByte() {
    return PER_BYTE_COSTS;
  }

  /** The names that {@link #costs} accepts. */
  public static Set<String> costNames() {
    Set<String> names = new TreeSet<>(PER_BYTE_COSTS);
    names.addAll(COLD_COSTS);
    names.add(ALL);
    for (PathPoint point : PathPoint.values()) {
      names.add(point.key());
    }
    return names;
  }

  /** Whether costs of these names say how long a stretch takes. */
  public static boolean states(Set<String> costs, PathPoint point) {
    return costs.contains(ALL) || costs.contains(point.key());
  }

  /** The functions of the stretch with this cost; none if there is no such stretch, or if it is not the kernel's. */
  public List<String> functions(String cost) {
    return stretches.entrySet().stream()
        .filter(stretch -> stretch.getKey().key().equals(cost))
        .findFirst().map(stretch -> stretch.getValue().symbols()).orElse(List.of());
  }

  /**
   * Overrides times.
   *
   * @param costsNs how long stretches take; {@link #costsPerByte} in ns a byte; {@code all}: every stretch that is not
   *     named
   */
  public void costs(Map<String, Double> costsNs) {
    for (PathPoint point : PathPoint.values()) {
      if (costsNs.containsKey(ALL)) {
        cost(point.key(), costsNs.get(ALL));
      }
    }
    costsNs.forEach((name, ns) -> {
      if (!name.equals(ALL)) {
        cost(name, ns);
      }
    });
  }

  private void cost(String name, double ns) {
    if (PER_BYTE_COSTS.contains(name) || COLD_COSTS.contains(name)) {
      memoryNs.put(name, ns);
      return;
    }
    PathPoint point = PathPoint.valueOf(name.toUpperCase(Locale.ROOT));
    Stretch old = stretches.get(point);
    stretches.put(point, new Stretch(Math.round(ns), old.symbols, old.parents));
  }

  /** Whether this kernel does what the option's name says; see the profile files. */
  public boolean has(String option) {
    return options.contains(option);
  }

  /** A number of this kernel; see the profile files. */
  public long number(String name) {
    return numbers.get(name);
  }

  /** Time to copy data between kernel and user space, in ns a byte. */
  public double copyNsPerByte() {
    return memoryNs.get(COPY_COST);
  }

  /** How much longer a byte takes from the memory of another CPU than the reader's; 0 unless a model says it. */
  public double remoteCopyNsPerByte() {
    return memoryNs.getOrDefault(REMOTE_COPY_COST, 0.0);
  }

  /** How much longer a segment takes to read that is not in the reader's caches; 0 unless a model says it. */
  public double coldPacketNs() {
    return memoryNs.getOrDefault(COLD_PACKET_COST, 0.0);
  }

  /** How much longer a task takes that an interrupt with softirqs has held up; 0 unless a model says it. */
  public long coldTaskNs() {
    return Math.round(memoryNs.getOrDefault(COLD_TASK_COST, 0.0));
  }

  /** All paths, by the ordinal of their point, and after them the calls; {@code names} learns their functions. */
  public Path[] paths(Names names) {
    Stream<Stretch> points = Stream.of(PathPoint.values()).map(stretches::get);
    Stream<Stretch> between = Stream.of(CallPoint.values()).map(point -> calls.getOrDefault(point, NOTHING));
    return Stream.concat(points, between).map(stretch -> path(stretch, names)).toArray(Path[]::new);
  }

  private static Path path(Stretch stretch, Names names) {
    return new Path(stretch.symbols.stream().mapToInt(names::intern).toArray(),
        stretch.parents.stream().mapToInt(names::intern).toArray(), stretch.ns);
  }

  private void readAll(String kernel) {
    for (String line : joinedLines(kernel + ".profile")) {
      read(line.split(" +"));
    }
  }

  private void read(String[] words) {
    switch (words[0]) {
      case "like" -> readAll(words[1]);
      case "option" -> options.add(words[1]);
      case "without" -> options.remove(words[1]);
      case "number" -> numbers.put(words[1], Long.parseLong(words[2]));
      case COPY -> memoryNs.put(COPY_COST, Double.parseDouble(words[1]));
      case "call" -> calls.put(CallPoint.valueOf(words[1].toUpperCase(Locale.ROOT)), stretch(0, words));
      default -> {
        long ns = Long.parseLong(words[1].replace("ns", ""));
        stretches.put(PathPoint.valueOf(words[0].toUpperCase(Locale.ROOT)), stretch(ns, words));
      }
    }
  }

  /** The functions from the third word on. */
  private static Stretch stretch(long ns, String[] words) {
    List<String> symbols = new ArrayList<>();
    List<String> parents = new ArrayList<>();
    for (int i = 2; i < words.length; i++) {
      String[] pair = words[i].split("<");
      parents.add(pair.length > 1 ? pair[1] : i > 2 ? symbols.get(i - 3) : "");
      symbols.add(pair[0]);
    }
    return new Stretch(ns, symbols, parents);
  }

  /** The file's lines without comments, those that begin with a blank joined to the one before. */
  private static List<String> joinedLines(String resource) {
    List<String> joined = new ArrayList<>();
    for (String line : text(resource).split("\n")) {
      if (line.startsWith(" ")) {
        joined.set(joined.size() - 1, joined.get(joined.size() - 1) + line);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        joined.add(line);
      }
    }
    return joined;
  }

  private static String text(String resource) {
    try (InputStream in = PathProfile.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
